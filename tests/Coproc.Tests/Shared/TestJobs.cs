using XrNpe.Arith;

namespace XrNpe.Coproc.Tests;

/// <summary>Random jobs from a seed.</summary>
internal static class TestJobs
{
    /// <summary>Uniform codes; NaR among them when <paramref name="nar"/> is set.</summary>
    public static MatmulJob Random(
        Random random, NumberFormat input, NumberFormat output, MatmulShape shape, Activation activation = default, int scale = 0, bool nar = false) =>
        new(input, output, shape, Codes(random, input, shape.M * shape.K, nar), Codes(random, input, shape.N * shape.K, nar), activation, scale);

    /// <summary>A random activation.</summary>
    public static Activation Activation(Random random) => random.Next(3) switch
    {
        0 => Arith.Activation.None,
        1 => Arith.Activation.Relu,
        _ => Arith.Activation.LeakyRelu((byte)random.Next(256), (byte)random.Next(16)),
    };

    /// <summary>A placement with nothing round about it; multiples of 4, which every format allows.</summary>
    public static JobPlacement Placement(Random random)
    {
        return new(Next(), Next(), Next(), Next(), Next(), Next());

        int Next() => 4 * random.Next(12);
    }

    /// <summary>What the golden model says: the codes of C.</summary>
    public static uint[] Golden(MatmulJob job)
    {
        uint[] c = new uint[job.Shape.M * job.Shape.N];
        MatrixMultiply.Run(job.Input, job.Shape, job.A, job.B, job.Activation, job.Scale, job.Output, c);
        return c;
    }

    private static ushort[] Codes(Random random, NumberFormat format, int count, bool nar)
    {
        FormatInfo info = FormatInfo.Of(format);
        ushort[] codes = new ushort[count];
        for (int i = 0; i < count; i++)
        {
            uint code = (uint)random.Next((int)info.Mask + 1);
            codes[i] = (ushort)(info.HasNaR && code == info.NaRCode && !nar ? 0 : code);
        }

        return codes;
    }
}
