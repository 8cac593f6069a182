using XrNpe.Arith;

namespace XrNpe.Verify;

/// <summary>Quires of the kinds that break rounders: powers of two and their neighbours, ties, ties with a bit far below, random ones, NaR.</summary>
internal static class RandomQuire
{
    /// <summary>The next one.</summary>
    public static Quire128 Next(Random random, NumberFormat format)
    {
        int position = random.Next(126);
        Int128 sum = random.Next(5) switch
        {
            0 => random.Next(-4, 5),
            1 => (Int128.One << position) + random.Next(-3, 4),
            2 => ((Int128)random.Next(1, 64) << Math.Min(position, 120)) + random.Next(-1, 2),
            3 => ((Int128)random.Next(1, 1 << 26) << Math.Min(position, 100)) | random.Next(2),
            _ => (((Int128)random.NextInt64() << 64) | (Int128)(ulong)random.NextInt64() << 1) >> random.Next(127),
        };
        const int NaROdds = 50;
        return new Quire128(format, random.Next(2) == 0 ? sum : -sum, isNaR: random.Next(NaROdds) == 0);
    }
}
