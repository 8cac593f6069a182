using System.Numerics;

namespace XrNpe.Arith;

/// <summary>
/// Choosing between numbers, for all four types at once. As in <see cref="Half"/>, what is no real goes through: the maximum
/// of NaR and a number is NaR, and only the methods called Number pass it over.
/// </summary>
internal static class CodedMath
{
    public static T Max<T>(T x, T y)
        where T : struct, INumber<T>
    {
        if (T.IsNaN(x) || T.IsNaN(y)) return T.IsNaN(x) ? x : y;
        return x > y || (x == y && T.IsNegative(y)) ? x : y;
    }

    public static T Min<T>(T x, T y)
        where T : struct, INumber<T>
    {
        if (T.IsNaN(x) || T.IsNaN(y)) return T.IsNaN(x) ? x : y;
        return x < y || (x == y && T.IsNegative(x)) ? x : y;
    }

    public static T MaxMagnitude<T>(T x, T y)
        where T : struct, INumber<T>
    {
        if (T.IsNaN(x) || T.IsNaN(y)) return T.IsNaN(x) ? x : y;
        int order = T.Abs(x).CompareTo(T.Abs(y));
        return order > 0 || (order == 0 && T.IsNegative(y)) ? x : y;
    }

    public static T MinMagnitude<T>(T x, T y)
        where T : struct, INumber<T>
    {
        if (T.IsNaN(x) || T.IsNaN(y)) return T.IsNaN(x) ? x : y;
        int order = T.Abs(x).CompareTo(T.Abs(y));
        return order < 0 || (order == 0 && T.IsNegative(x)) ? x : y;
    }

    /// <summary>One of two numbers, chosen as told; where one is NaR, the other.</summary>
    public static T Number<T>(T x, T y, Func<T, T, T> choose)
        where T : struct, INumber<T>
    {
        if (T.IsNaN(x)) return y;
        return T.IsNaN(y) ? x : choose(x, y);
    }

    /// <summary>The value, or the end of the range it lies beyond; NaR where any of the three is NaR.</summary>
    /// <exception cref="ArgumentException">The range is empty.</exception>
    public static T Clamp<T>(T value, T min, T max)
        where T : struct, INumber<T>
    {
        return min > max && !T.IsNaN(max)
            ? throw new ArgumentException($"the minimum {min} is greater than the maximum {max}")
            : Min(Max(value, min), max);
    }

    /// <summary>The magnitude of one number with the sign of another; NaR has none to give.</summary>
    public static T CopySign<T>(T value, T sign)
        where T : struct, INumber<T>
    {
        if (T.IsNaN(sign)) return sign;
        return T.IsNegative(value) == T.IsNegative(sign) ? value : -value;
    }

    /// <summary>−1, 0 or 1.</summary>
    /// <exception cref="ArithmeticException">NaR has no sign.</exception>
    public static int Sign<T>(T value)
        where T : struct, INumber<T> => T.IsNaN(value)
            ? throw new ArithmeticException("NaR has no sign")
            : value.CompareTo(T.Zero);
}
