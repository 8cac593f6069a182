namespace XrNpe.Reference;

/// <summary>
/// The engine's operations on codes, over exact fractions: the independent judge of everything else in the project. It
/// shares no code with what it judges, knows no bit tricks, and takes its time.
/// </summary>
public static class ReferenceArithmetic
{
    /// <summary>a + b.</summary>
    public static uint Add(ReferenceFormat format, uint a, uint b)
    {
        if (ReferenceValue.Of(format, a) is not { } x || ReferenceValue.Of(format, b) is not { } y) return ReferenceValue.NaR(format);
        return RoundSum(format, x, ReferenceValue.IsMinus(format, a), y, ReferenceValue.IsMinus(format, b));
    }

    /// <summary>a − b.</summary>
    public static uint Subtract(ReferenceFormat format, uint a, uint b)
    {
        if (ReferenceValue.Of(format, a) is not { } x || ReferenceValue.Of(format, b) is not { } y) return ReferenceValue.NaR(format);
        return RoundSum(format, x, ReferenceValue.IsMinus(format, a), -y, !ReferenceValue.IsMinus(format, b));
    }

    /// <summary>a · b.</summary>
    public static uint Multiply(ReferenceFormat format, uint a, uint b)
    {
        if (ReferenceValue.Of(format, a) is not { } x || ReferenceValue.Of(format, b) is not { } y) return ReferenceValue.NaR(format);
        return ReferenceRounding.Round(format, x * y, ProductIsMinus(format, a, b));
    }

    /// <summary>a · b + c, rounded once.</summary>
    public static uint FusedMultiplyAdd(ReferenceFormat format, uint a, uint b, uint c)
    {
        if (ReferenceValue.Of(format, a) is not { } x
            || ReferenceValue.Of(format, b) is not { } y
            || ReferenceValue.Of(format, c) is not { } z)
        {
            return ReferenceValue.NaR(format);
        }

        return RoundSum(format, x * y, ProductIsMinus(format, a, b), z, ReferenceValue.IsMinus(format, c));
    }

    /// <summary>The exact sum of products; null when any code is NaR, also where the other factor is 0.</summary>
    public static Rational? Dot(ReferenceFormat format, IReadOnlyList<uint> a, IReadOnlyList<uint> b)
    {
        Rational sum = default;
        for (int k = 0; k < a.Count; k++)
        {
            if (ReferenceValue.Of(format, a[k]) is not { } x || ReferenceValue.Of(format, b[k]) is not { } y) return null;
            sum += x * y;
        }

        return sum;
    }

    /// <summary>
    /// What the output stage makes of an exact sum: the activation, times 2^scale, rounded once; an exact zero is +0.
    /// </summary>
    /// <param name="output">Format of the result.</param>
    /// <param name="sum">The exact sum, null for NaR.</param>
    /// <param name="negativeSlope">What a negative sum is multiplied by: 1 for no activation, 0 for ReLU, m/2^s for leaky ReLU.</param>
    /// <param name="scale">Power of two.</param>
    public static uint Finish(ReferenceFormat output, Rational? sum, Rational negativeSlope, int scale)
    {
        if (sum is not { } value) return ReferenceValue.NaR(output);
        if (value.Sign < 0) value *= negativeSlope;
        return ReferenceRounding.Round(output, value * Rational.PowerOfTwo(scale));
    }

    /// <summary>IEEE 754-2019, section 6.3: a product's sign is the exclusive or of the signs.</summary>
    private static bool ProductIsMinus(ReferenceFormat format, uint a, uint b) =>
        ReferenceValue.IsMinus(format, a) != ReferenceValue.IsMinus(format, b);

    /// <summary>The same section: two zeros of one sign keep it; every other exact zero is +0.</summary>
    private static uint RoundSum(ReferenceFormat format, Rational x, bool xIsMinus, Rational y, bool yIsMinus)
    {
        bool bothMinusZero = x.Sign == 0 && y.Sign == 0 && xIsMinus && yIsMinus;
        return ReferenceRounding.Round(format, x + y, bothMinusZero);
    }
}
