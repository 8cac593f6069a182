using XrNpe.Reference;

namespace XrNpe.Arith.Tests;

/// <summary>Rounding to float64 by search among exact fractions, as the reference does it for the engine's own formats.</summary>
public static class Float64Reference
{
    private const ulong Infinity = 0x7ff0_0000_0000_0000;

    /// <summary>The nearest double, on a tie the one with the even code; an exact zero is +0.</summary>
    public static double Round(Rational exact)
    {
        Rational magnitude = exact.Sign < 0 ? -exact : exact;
        ulong low = 0;
        ulong high = Infinity + 1;
        while (high - low > 1)
        {
            ulong middle = low + ((high - low) / 2);
            if (Magnitude(middle) <= magnitude) low = middle;
            else high = middle;
        }

        if (low < Infinity)
        {
            int side = (magnitude + magnitude).CompareTo(Magnitude(low) + Magnitude(low + 1));
            if (side > 0 || (side == 0 && low % 2 != 0)) low++;
        }

        double rounded = BitConverter.UInt64BitsToDouble(low);
        return exact.Sign < 0 ? -rounded : rounded;
    }

    /// <summary>The value of a code; of infinity's, the 2^1024 that the next binade would begin with.</summary>
    private static Rational Magnitude(ulong code)
    {
        ulong field = code >> 52;
        ulong fraction = code % (1ul << 52);
        return new Rational(field == 0 ? fraction : fraction + (1ul << 52)) * Rational.PowerOfTwo((int)Math.Max(field, 1) - 1075);
    }
}
