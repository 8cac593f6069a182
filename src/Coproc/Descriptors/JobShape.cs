using System.Globalization;

namespace XrNpe.Coproc;

/// <summary>Whether a job's arrays fit its shape, its window and its channels.</summary>
internal static class JobShape
{
    /// <summary>Checks what no hardware can: arrays that are too long or short, and numbers that have no room in a descriptor. A dimension
    /// of 0 or a K that is too large is left to the hardware.</summary>
    /// <exception cref="ArgumentException">An array's length is not what the shape says, or the window does not fit it.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A dimension is negative or the scale does not fit 8 bits.</exception>
    public static void Check(MatmulJob job)
    {
        (int m, int n, int k) = (job.Shape.M, job.Shape.N, job.Shape.K);
        ArgumentOutOfRangeException.ThrowIfNegative(m, nameof(job));
        ArgumentOutOfRangeException.ThrowIfNegative(n, nameof(job));
        ArgumentOutOfRangeException.ThrowIfNegative(k, nameof(job));
        if (job.Scale is < sbyte.MinValue or > sbyte.MaxValue)
        {
            throw new ArgumentOutOfRangeException(nameof(job), job.Scale, "the scale's power of two is -128 to 127");
        }

        if (job.Window is { } window)
        {
            if (window.Problem(m, k) is { } problem) throw new ArgumentException($"the window does not fit: {problem}", nameof(job));
            if (job.A.Length != window.ImageCodes)
            {
                throw Wrong("A", job.A.Length, $"an image of {window.Height}×{window.Width} pixels of {window.Channels} channels wants {window.ImageCodes}");
            }
        }
        else if (job.A.Length != (long)m * k)
        {
            throw Wrong("A", job.A.Length, $"{m} rows of {k} want {(long)m * k}");
        }

        if (job.B.Length != (long)n * k) throw Wrong("B", job.B.Length, $"{n} rows of {k} want {(long)n * k}");
        if (job.Channels is { Length: > 0 } channels && channels.Length != n)
        {
            throw new ArgumentException($"{channels.Length} channels for {n} columns: one each, or none", nameof(job));
        }

        static ArgumentException Wrong(string name, int length, FormattableString wants) => new(
            string.Create(CultureInfo.InvariantCulture, $"{name} holds {length} codes; {wants.ToString(CultureInfo.InvariantCulture)}"), nameof(job));
    }
}
