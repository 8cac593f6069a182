namespace XrNpe.Reference;

/// <summary>
/// The positive posits with es = 1 of up to 17 bits, not decoded but grown one bit at a time, the way J. Gustafson and I. Yonemoto
/// introduce them ("Beating Floating Point at its Own Game", 2017, section 2): a new pattern between x and y is worth (x + y)/2
/// where y ≤ 2x, else their geometric mean; past the largest the value grows by useed, and so it shrinks next to zero.
/// </summary>
internal static class Posit16Table
{
    /// <summary>Values are integers in units of 2^-30, the smallest positive 17-bit posit.</summary>
    public const int UnitExponent = -30;

    private const int Bits = 17;
    private const int Useed = 4; // 2^2^es

    /// <summary>The values of the 17-bit patterns 0 … 2^16 − 1.</summary>
    public static long[] Grow()
    {
        // Two bits: 0 and 1, and after them NaR, which has no value.
        long[] values = [0, 1L << -UnitExponent];
        for (int bits = 3; bits <= Bits; bits++)
        {
            var finer = new long[values.Length * 2];
            for (int i = 0; i < values.Length; i++)
            {
                finer[2 * i] = values[i];
                finer[(2 * i) + 1] = i == 0 ? values[1] / Useed
                    : i == values.Length - 1 ? values[i] * Useed
                    : Between(values[i], values[i + 1]);
            }

            values = finer;
        }

        return values;
    }

    /// <summary>Where y &gt; 2x both are powers of two, and so is their geometric mean.</summary>
    private static long Between(long x, long y)
    {
        if (y <= 2 * x) return (x + y) / 2;
        long mean = x;
        while ((Int128)mean * mean < (Int128)x * y) mean *= 2;
        return mean;
    }
}
