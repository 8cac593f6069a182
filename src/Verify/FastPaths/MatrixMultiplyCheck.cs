using XrNpe.Arith;

namespace XrNpe.Verify;

/// <summary>The fast golden matrix multiply gives what the plain one gives: every product of the small formats, and random matrices.</summary>
internal sealed class MatrixMultiplyCheck() : Check(2, "matmul")
{
    /// <inheritdoc/>
    public override void Run(CheckRun run)
    {
        foreach (FormatInfo info in FormatInfo.Inputs)
        {
            if (info.Bits <= 8)
            {
                ushort[] codes = [.. Enumerable.Range(0, 1 << info.Bits).Select(c => (ushort)c)];
                var shape = new MatmulShape(codes.Length, codes.Length, 1);
                var settings = new OutputSettings(info.Format, NumberFormat.F32, Activation.None, 0);
                run.ForAll($"{info}, every product", 1, shape.Macs, _ => Wrong(settings, shape, codes, codes, []));
            }

            run.ForAll($"{info}, random", run.Pick(300, 10_000), 1, step => RandomCase(info, run.RandomOf($"matmul {info}", step)));
        }
    }

    private const int ChannelOdds = 3;

    private static string? RandomCase(FormatInfo info, Random random)
    {
        int longest = random.Next(20) == 0 ? 3000 : 80;
        var shape = new MatmulShape(random.Next(1, 20), random.Next(1, 20), random.Next(1, longest));
        OutputSettings settings = OutputSettings.Random(random, info.Format, FormatInfo.All[random.Next(FormatInfo.All.Count)].Format);

        // The fast paths narrow their arithmetic to the exponents they find: from near 1 only to the whole range.
        int spread = random.Next(3);
        bool nar = random.Next(8) == 0;
        ushort Code()
        {
            uint one = 1u << (info.Bits - 2);
            uint code = spread == 0 ? one + (uint)random.Next(-(int)(one / 4), (int)(one / 4) + 1) : (uint)random.Next((int)info.Mask + 1);
            if (spread == 2 && random.Next(4) == 0) code = random.Next(2) == 0 ? 1 : info.NaRCode - 1;
            if (random.Next(2) == 0) code = (0 - code) & info.Mask;
            return (ushort)(code == info.NaRCode && info.HasNaR && !nar ? 0 : code);
        }

        ushort[] a = [.. Enumerable.Range(0, shape.M * shape.K).Select(_ => Code())];
        ushort[] b = [.. Enumerable.Range(0, shape.N * shape.K).Select(_ => Code())];

        // Small biases go another way than large ones.
        int mostExponent = random.Next(2) == 0 ? 12 : 127;
        ChannelEntry[] channels = random.Next(ChannelOdds) == 0 ? [.. Enumerable.Range(0, shape.N).Select(_ => Channel(random, mostExponent))] : [];
        return Wrong(settings, shape, a, b, channels);
    }

    /// <summary>Biases of all sizes, some of which make sums wrap, and small scales.</summary>
    private static ChannelEntry Channel(Random random, int mostExponent) => new(
        random.Next(int.MinValue, int.MaxValue) >> random.Next(32),
        (byte)random.Next(mostExponent + 1),
        (sbyte)random.Next(-10, 11));

    private static string? Wrong(OutputSettings settings, MatmulShape shape, ushort[] a, ushort[] b, ChannelEntry[] channels)
    {
        (NumberFormat format, NumberFormat output, Activation activation, int scale) = settings;
        uint[] fast = new uint[shape.M * shape.N];
        uint[] plain = new uint[shape.M * shape.N];
        long fastNaR = MatrixMultiply.RunChannels(format, shape, a, b, channels, activation, scale, output, fast);
        long plainNaR = MatrixMultiply.RunChannelsPlain(format, shape, a, b, channels, activation, scale, output, plain);
        if (fastNaR != plainNaR) return $"{shape}: first NaR in FP4 at {fastNaR}, should be {plainNaR}";
        int different = fast.AsSpan().CommonPrefixLength(plain);
        if (different == fast.Length) return null;
        string place = $"C[{different / shape.N}, {different % shape.N}]{(channels.Length > 0 ? $" with {channels[different % shape.N]}" : "")}";
        return $"{shape}, {settings}: {place} is {Hex.Of(output, fast[different])}, should be {Hex.Of(output, plain[different])}";
    }
}
