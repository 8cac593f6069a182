using XrNpe.Arith;

namespace XrNpe.Coproc;

/// <summary>A job's result codes by the golden model, with window and channel table: what every backend must give.</summary>
internal static class JobMultiply
{
    /// <summary>Codes of A that are unfolded at once: a band of some rows, so that a convolution never unfolds as a whole.</summary>
    private const int BandCodes = 1 << 20;

    /// <summary>Multiplies; the job must be in order: see <see cref="JobShape.Check"/>.</summary>
    /// <param name="job">The job.</param>
    /// <param name="c">Receives C's codes, row-major, M×N.</param>
    /// <returns>Row-major index of the first NaR that met an FP4 output, or −1.</returns>
    public static long Run(MatmulJob job, Span<uint> c)
    {
        if (job.Window is not { } window) return Run(job, job.Shape, job.A, c);

        (int n, int k) = (job.Shape.N, job.Shape.K);
        int band = Math.Clamp(BandCodes / k, 1, job.Shape.M);
        ushort[] unfolded = new ushort[band * k];
        long firstNaR = -1;
        for (int first = 0; first < job.Shape.M; first += band)
        {
            int rows = Math.Min(band, job.Shape.M - first);
            Span<ushort> a = unfolded.AsSpan(0, rows * k);
            Im2col.Unfold(window, job.A, first, a);
            long nar = Run(job, new MatmulShape(rows, n, k), a, c.Slice(first * n, rows * n));
            if (nar >= 0 && firstNaR < 0) firstNaR = ((long)first * n) + nar;
        }

        return firstNaR;
    }

    private static long Run(MatmulJob job, MatmulShape shape, ReadOnlySpan<ushort> a, Span<uint> c) =>
        MatrixMultiply.RunChannels(job.Input, shape, a, job.B, job.Channels, job.Activation, job.Scale, job.Output, c);
}
