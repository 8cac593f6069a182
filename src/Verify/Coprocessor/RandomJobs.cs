using XrNpe.Arith;
using XrNpe.Coproc;

namespace XrNpe.Verify;

/// <summary>Random jobs that a co-processor takes: matrices and convolutions, with and without channels, sometimes with NaR.</summary>
internal static class RandomJobs
{
    private const ulong Anywhere = 0x8000_0000;

    /// <summary>The next job.</summary>
    public static MatmulJob Next(Random random, CoprocConfig config)
    {
        NumberFormat input = config.Formats[random.Next(config.Formats.Count)];
        NumberFormat[] outputs = [.. FormatInfo.All.Select(info => info.Format).Where(config.HasOutput)];
        OutputSettings settings = OutputSettings.Random(random, input, outputs[random.Next(outputs.Length)]);
        bool nar = random.Next(6) == 0;
        if (random.Next(2) == 0)
        {
            ConvWindow window = Window(random);
            var convolution = new MatmulShape((int)window.Rows, random.Next(1, 24), (int)window.Terms);
            MatmulJob job = Job(convolution, (int)window.ImageCodes, window);
            byte[] descriptor = JobLayout.Plan(job, Anywhere).Descriptor.ToBytes();
            if (DescriptorCheck.Find(descriptor, Anywhere, config) is null) return job;
        }

        var shape = new MatmulShape(random.Next(1, 24), random.Next(1, 24), random.Next(1, random.Next(5) == 0 ? 700 : 120));
        return Job(shape, shape.M * shape.K, null);

        MatmulJob Job(MatmulShape shape, int codes, ConvWindow? window) => new(
            input,
            settings.Output,
            shape,
            Codes(random, input, codes, nar),
            Codes(random, input, shape.N * shape.K, nar),
            settings.Activation,
            settings.Scale,
            random.Next(2) == 0 ? null : Channels(random, shape.N),
            window);
    }

    private static ConvWindow Window(Random random)
    {
        ConvWindow window;
        do
        {
            window = new ConvWindow
            {
                Height = random.Next(1, 8),
                Width = random.Next(1, 24),
                Channels = random.Next(1, 10),
                KernelHeight = random.Next(1, 4),
                KernelWidth = random.Next(1, 4),
                StrideY = random.Next(1, 4),
                StrideX = random.Next(1, 4),
                PadTop = random.Next(4),
                PadLeft = random.Next(4),
                PadBottom = random.Next(3),
                PadRight = random.Next(3),
            }.WithLargestOutput();
        }
        while (window.Rows == 0);
        return random.Next(3) != 0 ? window : window with { OutHeight = random.Next(1, window.OutHeight + 1), OutWidth = random.Next(1, window.OutWidth + 1) };
    }

    private static ChannelEntry[] Channels(Random random, int n) =>
    [
        .. Enumerable.Range(0, n).Select(_ => new ChannelEntry(
            (int)random.NextInt64(int.MinValue, (long)int.MaxValue + 1) >> random.Next(32), (byte)random.Next(128), (sbyte)random.Next(-128, 128))),
    ];

    /// <summary>Uniform codes; NaR among them when <paramref name="nar"/> is set.</summary>
    public static ushort[] Codes(Random random, NumberFormat format, int count, bool nar)
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
