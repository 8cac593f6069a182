namespace XrNpe.Arith;

/// <content>Functions and questions about values.</content>
public readonly partial struct Posit8
{
    /// <inheritdoc/>
    public static Posit8 Abs(Posit8 value) => new(Scalar.Abs(Format, value._bits));

    /// <inheritdoc cref="CodedMath.Clamp"/>
    public static Posit8 Clamp(Posit8 value, Posit8 min, Posit8 max) => CodedMath.Clamp(value, min, max);

    /// <inheritdoc cref="CodedMath.CopySign"/>
    public static Posit8 CopySign(Posit8 value, Posit8 sign) => CodedMath.CopySign(value, sign);

    /// <inheritdoc cref="CodedMath.Sign"/>
    public static int Sign(Posit8 value) => CodedMath.Sign(value);

    /// <summary>The greater; NaR where either is NaR.</summary>
    public static Posit8 Max(Posit8 x, Posit8 y) => CodedMath.Max(x, y);

    /// <summary>The smaller; NaR where either is NaR.</summary>
    public static Posit8 Min(Posit8 x, Posit8 y) => CodedMath.Min(x, y);

    /// <summary>The greater; the other one where one is NaR.</summary>
    public static Posit8 MaxNumber(Posit8 x, Posit8 y) => CodedMath.Number(x, y, CodedMath.Max);

    /// <summary>The smaller; the other one where one is NaR.</summary>
    public static Posit8 MinNumber(Posit8 x, Posit8 y) => CodedMath.Number(x, y, CodedMath.Min);

    /// <summary>The greater in magnitude, of two equal ones the positive; NaR where either is NaR.</summary>
    public static Posit8 MaxMagnitude(Posit8 x, Posit8 y) => CodedMath.MaxMagnitude(x, y);

    /// <summary>The smaller in magnitude, of two equal ones the negative; NaR where either is NaR.</summary>
    public static Posit8 MinMagnitude(Posit8 x, Posit8 y) => CodedMath.MinMagnitude(x, y);

    /// <summary>The greater in magnitude, of two equal ones the positive; the other one where one is NaR.</summary>
    public static Posit8 MaxMagnitudeNumber(Posit8 x, Posit8 y) => CodedMath.Number(x, y, CodedMath.MaxMagnitude);

    /// <summary>The smaller in magnitude, of two equal ones the negative; the other one where one is NaR.</summary>
    public static Posit8 MinMagnitudeNumber(Posit8 x, Posit8 y) => CodedMath.Number(x, y, CodedMath.MinMagnitude);

    /// <inheritdoc/>
    public static Posit8 FusedMultiplyAdd(Posit8 left, Posit8 right, Posit8 addend) =>
        new(Scalar.FusedMultiplyAdd(Format, left._bits, right._bits, addend._bits));

    /// <summary>left · right + addend, rounded once: the best estimate there is.</summary>
    public static Posit8 MultiplyAddEstimate(Posit8 left, Posit8 right, Posit8 addend) => FusedMultiplyAdd(left, right, addend);

    /// <inheritdoc cref="Scalar.Sqrt"/>
    public static Posit8 Sqrt(Posit8 x) => new(Scalar.Sqrt(Format, x._bits));

    /// <inheritdoc cref="Scalar.Cbrt"/>
    public static Posit8 Cbrt(Posit8 x) => new(Scalar.Cbrt(Format, x._bits));

    /// <inheritdoc cref="Scalar.Hypot"/>
    public static Posit8 Hypot(Posit8 x, Posit8 y) => new(Scalar.Hypot(Format, x._bits, y._bits));

    /// <inheritdoc cref="Scalar.RootN"/>
    public static Posit8 RootN(Posit8 x, int n) => new(Scalar.RootN(Format, x._bits, n));

    /// <summary>True for NaR alone.</summary>
    public static bool IsNaR(Posit8 value) => value._bits == NaR._bits;

    /// <summary>True for NaR, which generic code knows as NaN. It equals itself all the same.</summary>
    public static bool IsNaN(Posit8 value) => IsNaR(value);

    /// <summary>True for all but NaR.</summary>
    public static bool IsFinite(Posit8 value) => !IsNaR(value);

    /// <summary>True for all but NaR.</summary>
    public static bool IsRealNumber(Posit8 value) => !IsNaR(value);

    /// <summary>True below zero; NaR has no sign.</summary>
    public static bool IsNegative(Posit8 value) => value.Order < 0 && !IsNaR(value);

    /// <summary>True from zero on; NaR has no sign.</summary>
    public static bool IsPositive(Posit8 value) => value.Order >= 0;

    /// <inheritdoc/>
    public static bool IsInteger(Posit8 value) => double.IsInteger((double)value);

    /// <inheritdoc/>
    public static bool IsEvenInteger(Posit8 value) => double.IsEvenInteger((double)value);

    /// <inheritdoc/>
    public static bool IsOddInteger(Posit8 value) => double.IsOddInteger((double)value);
}
