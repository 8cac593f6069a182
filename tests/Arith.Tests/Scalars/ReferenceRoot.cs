using System.Numerics;
using XrNpe.Reference;

namespace XrNpe.Arith.Tests;

/// <summary>Roots of fractions, as close as rounding needs them.</summary>
internal static class ReferenceRoot
{
    /// <summary>Bits behind the point, more than twice as far as any value or midpoint of a format reaches.</summary>
    private const int Bits = 90;

    /// <summary>The n-th root when it ends within <see cref="Bits"/>; else the middle of the last bit's interval around it.</summary>
    public static Rational Of(Rational value, int n)
    {
        if (value.Sign < 0) return -Of(-value, n);
        if (n < 0) return Of(new Rational(1) / value, -n);
        Rational scaled = value * Rational.PowerOfTwo(Bits * n);
        BigInteger floor = BigInteger.Divide(scaled.Numerator, scaled.Denominator);
        BigInteger low = BigInteger.Zero;
        BigInteger high = BigInteger.One << (int)((floor.GetBitLength() / n) + 2);
        while (high - low > 1)
        {
            BigInteger middle = (low + high) / 2;
            if (BigInteger.Pow(middle, n) <= floor) low = middle;
            else high = middle;
        }

        bool exact = new Rational(BigInteger.Pow(low, n)) == scaled;
        return new Rational((2 * low) + (exact ? 0 : 1)) * Rational.PowerOfTwo(-Bits - 1);
    }
}
