using XrNpe.Arith;

namespace XrNpe.Coproc.Tests;

/// <summary>Random jobs from a seed.</summary>
internal static class TestJobs
{
    /// <summary>Uniform codes; NaR among them when <paramref name="nar"/> is set.</summary>
    public static MatmulJob Random(
        Random random, NumberFormat input, NumberFormat output, MatmulShape shape, Activation activation = default, int scale = 0, bool nar = false) =>
        new(input, output, shape, Codes(random, input, shape.M * shape.K, nar), Codes(random, input, shape.N * shape.K, nar), activation, scale);

    /// <summary>A random convolution: odd channel counts, strides and paddings, sometimes less output than there is room for.</summary>
    public static MatmulJob Convolution(
        Random random, NumberFormat input, NumberFormat output, ConvWindow window, int n, bool channels, Activation activation = default, int scale = 0, bool nar = false)
    {
        var shape = new MatmulShape((int)window.Rows, n, (int)window.Terms);
        ushort[] image = Codes(random, input, window.Height * window.Width * window.Channels, nar);
        return new MatmulJob(input, output, shape, image, Codes(random, input, n * shape.K, nar), activation, scale, channels ? Channels(random, n) : null, window);
    }

    /// <summary>A random window over an image of a few pixels.</summary>
    public static ConvWindow Window(Random random)
    {
        ConvWindow window = new()
        {
            Height = random.Next(1, 7),
            Width = random.Next(1, 8),
            Channels = random.Next(1, 8),
            KernelHeight = random.Next(1, 4),
            KernelWidth = random.Next(1, 4),
            StrideY = random.Next(1, 4),
            StrideX = random.Next(1, 4),
            PadTop = random.Next(3),
            PadLeft = random.Next(3),
            PadBottom = random.Next(3),
            PadRight = random.Next(3),
        };
        window = window.WithLargestOutput();
        if (window.Rows == 0) return Window(random);
        return random.Next(3) != 0
            ? window
            : window with { OutHeight = random.Next(1, window.OutHeight + 1), OutWidth = random.Next(1, window.OutWidth + 1) };
    }

    /// <summary>Random channel entries whose biases leave room in the quire.</summary>
    public static ChannelEntry[] Channels(Random random, int n)
    {
        var entries = new ChannelEntry[n];
        for (int i = 0; i < n; i++)
        {
            entries[i] = new ChannelEntry((int)random.NextInt64(int.MinValue, (long)int.MaxValue + 1) >> random.Next(32), (byte)random.Next(90), (sbyte)random.Next(-40, 41));
        }

        return entries;
    }

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
        if (job.Window is not null) return DirectConvolution.Run(job);
        MatrixMultiply.RunChannels(job.Input, job.Shape, job.A, job.B, job.Channels, job.Activation, job.Scale, job.Output, c);
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
