using System.Numerics;

namespace XrNpe.Arith;

/// <summary>The leading bits of an n-th root: magnitude · 2^lsbExponent, and whether that is all of it.</summary>
internal readonly record struct ExactRoot(uint Magnitude, int LsbExponent, bool IsExact)
{
    /// <summary>Enough for the rounder's sticky bit to stand below.</summary>
    private const int RootBits = 26;

    /// <summary>The n-th root of significand · 2^lsbExponent, n ≠ 0; for negative n its reciprocal.</summary>
    public static ExactRoot Of(uint significand, int lsbExponent, int n)
    {
        // x^(1/n) = (1/x)^(1/|n|), and 1/x need not be written down: R^|n| ≤ 1/x is R^|n| · x ≤ 1.
        bool reciprocal = n < 0;
        long degree = Math.Abs((long)n);
        int trailing = BitOperations.TrailingZeroCount(significand);
        uint odd = significand >> trailing;
        int exponent = lsbExponent + trailing;
        int leading = exponent + BitOperations.Log2(odd);

        // The root's leading bit: floor(log2(x) / n). Log2 of 1/x is −leading, or just below it.
        int log = !reciprocal ? leading : odd == 1 ? -leading : -leading - 1;
        int lsb = (int)FloorDivide(log, degree) - (RootBits - 1);

        // A guess in double precision, and exact comparisons that put it right.
        double estimate = Math.Pow(Math.ScaleB(odd, exponent), 1.0 / n);
        uint root = (uint)Math.Clamp(Math.ScaleB(estimate, -lsb), 1u << (RootBits - 1), (1u << RootBits) - 1);
        int order = Compare(root, lsb, degree, odd, exponent, reciprocal);
        for (; order > 0; order = Compare(root, lsb, degree, odd, exponent, reciprocal)) root--;
        while (order < 0)
        {
            int next = Compare(root + 1, lsb, degree, odd, exponent, reciprocal);
            if (next > 0) break;
            root++;
            order = next;
        }

        return new ExactRoot(root, lsb, order == 0);
    }

    /// <summary>The sign of (root · 2^lsb)^degree − x, or of its difference to 1/x.</summary>
    private static int Compare(uint root, int lsb, long degree, uint odd, int exponent, bool reciprocal)
    {
        // With an odd base the power ends in an odd digit, so that equality is seen as soon as it fits.
        int trailing = BitOperations.TrailingZeroCount(root);
        long rootExponent = (lsb + trailing) * degree;
        for (int precision = 128; ; precision *= 2)
        {
            (BigInteger low, BigInteger high, long shift) = Power(root >> trailing, degree, precision);
            BigInteger target = reciprocal ? BigInteger.One : odd;
            long targetExponent = reciprocal ? -exponent : exponent;
            if (reciprocal) (low, high) = (low * odd, high * odd);
            int lowOrder = CompareScaled(low, rootExponent + shift, target, targetExponent);
            int highOrder = low == high ? lowOrder : CompareScaled(high, rootExponent + shift, target, targetExponent);
            if (lowOrder == highOrder) return lowOrder;
        }
    }

    /// <summary>Bounds of value^degree in units of 2^Shift; equal when nothing had to be cut.</summary>
    private static (BigInteger Low, BigInteger High, long Shift) Power(uint value, long degree, int precision)
    {
        BigInteger low = BigInteger.One;
        BigInteger high = BigInteger.One;
        long shift = 0;
        for (int i = BitOperations.Log2((ulong)degree); i >= 0; i--)
        {
            bool multiply = ((degree >> i) & 1) != 0;
            low *= multiply ? low * value : low;
            high *= multiply ? high * value : high;
            shift *= 2;
            int excess = (int)high.GetBitLength() - precision;
            if (excess <= 0) continue;
            bool exact = low == high && (low & ((BigInteger.One << excess) - 1)).IsZero;
            low >>= excess;
            high = exact ? low : (high >> excess) + 1;
            shift += excess;
        }

        return (low, high, shift);
    }

    /// <summary>The sign of a · 2^aExponent − b · 2^bExponent, a and b positive, without shifting by millions.</summary>
    private static int CompareScaled(BigInteger a, long aExponent, BigInteger b, long bExponent)
    {
        long aLeading = a.GetBitLength() + aExponent;
        long bLeading = b.GetBitLength() + bExponent;
        if (aLeading != bLeading) return aLeading.CompareTo(bLeading);
        long difference = aExponent - bExponent;
        return difference >= 0 ? (a << (int)difference).CompareTo(b) : a.CompareTo(b << (int)-difference);
    }

    private static long FloorDivide(long value, long divisor) =>
        value >= 0 ? value / divisor : -((-value + divisor - 1) / divisor);
}
