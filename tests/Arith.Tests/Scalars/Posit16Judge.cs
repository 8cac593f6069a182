using XrNpe.Reference;

namespace XrNpe.Arith.Tests;

/// <summary>
/// Says whether a p16 code is the right rounding of an exact fraction, fast: the fraction must lie between the code's two
/// borders. <see cref="Posit16PairTests"/> proves the borders against the BigInteger reference, all of them.
/// </summary>
internal static class Posit16Judge
{
    /// <summary>Everything is in units of 2^-29: half the smallest posit, since borders lie halfway.</summary>
    public const int UnitExponent = -29;

    private const int Largest = 0x7fff;

    /// <summary>Values by code; NaR's is 0.</summary>
    public static readonly long[] Values = [.. Enumerable.Range(0, 1 << 16).Select(code => InUnits(ReferenceValue.Of(ReferenceFormat.P16, (uint)code)))];

    /// <summary>The border above each positive code but the last: the mean, save where the pattern lacks an exponent bit.</summary>
    public static readonly long[] Borders = [.. Enumerable.Range(0, Largest).Select(Border)];

    /// <summary>Whether a code that is not NaR is numerator / denominator rounded, in units; the denominator is positive.</summary>
    public static bool IsRight(uint code, Int128 numerator, Int128 denominator)
    {
        int order = (short)code;
        if (Int128.IsNegative(numerator)) (numerator, order) = (-numerator, -order);
        if (numerator == Int128.Zero) return order == 0;
        if (order is <= 0 or > Largest) return false;

        bool even = order % 2 == 0;
        int below = order == 1 ? 1 : numerator.CompareTo(Borders[order - 1] * denominator);
        int above = order == Largest ? -1 : numerator.CompareTo(Borders[order] * denominator);
        return (below > 0 || (below == 0 && even)) && (above < 0 || (above == 0 && even));
    }

    private static long Border(int code)
    {
        long low = Values[code];
        long high = Values[code + 1];
        return high == low * 4 ? low * 2 : (low + high) / 2;
    }

    private static long InUnits(Rational? value) => value is { } real ? (long)(real / Rational.PowerOfTwo(UnitExponent)).Numerator : 0;
}
