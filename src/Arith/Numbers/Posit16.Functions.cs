namespace XrNpe.Arith;

/// <content>Functions and questions about values.</content>
public readonly partial struct Posit16
{
    /// <inheritdoc/>
    public static Posit16 Abs(Posit16 value) => new(Scalar.Abs(Format, value._bits));

    /// <inheritdoc cref="CodedMath.Clamp"/>
    public static Posit16 Clamp(Posit16 value, Posit16 min, Posit16 max) => CodedMath.Clamp(value, min, max);

    /// <inheritdoc cref="CodedMath.CopySign"/>
    public static Posit16 CopySign(Posit16 value, Posit16 sign) => CodedMath.CopySign(value, sign);

    /// <inheritdoc cref="CodedMath.Sign"/>
    public static int Sign(Posit16 value) => CodedMath.Sign(value);

    /// <summary>The greater; NaR where either is NaR.</summary>
    public static Posit16 Max(Posit16 x, Posit16 y) => CodedMath.Max(x, y);

    /// <summary>The smaller; NaR where either is NaR.</summary>
    public static Posit16 Min(Posit16 x, Posit16 y) => CodedMath.Min(x, y);

    /// <summary>The greater; the other one where one is NaR.</summary>
    public static Posit16 MaxNumber(Posit16 x, Posit16 y) => CodedMath.Number(x, y, CodedMath.Max);

    /// <summary>The smaller; the other one where one is NaR.</summary>
    public static Posit16 MinNumber(Posit16 x, Posit16 y) => CodedMath.Number(x, y, CodedMath.Min);

    /// <summary>The greater in magnitude, of two equal ones the positive; NaR where either is NaR.</summary>
    public static Posit16 MaxMagnitude(Posit16 x, Posit16 y) => CodedMath.MaxMagnitude(x, y);

    /// <summary>The smaller in magnitude, of two equal ones the negative; NaR where either is NaR.</summary>
    public static Posit16 MinMagnitude(Posit16 x, Posit16 y) => CodedMath.MinMagnitude(x, y);

    /// <summary>The greater in magnitude, of two equal ones the positive; the other one where one is NaR.</summary>
    public static Posit16 MaxMagnitudeNumber(Posit16 x, Posit16 y) => CodedMath.Number(x, y, CodedMath.MaxMagnitude);

    /// <summary>The smaller in magnitude, of two equal ones the negative; the other one where one is NaR.</summary>
    public static Posit16 MinMagnitudeNumber(Posit16 x, Posit16 y) => CodedMath.Number(x, y, CodedMath.MinMagnitude);

    /// <inheritdoc/>
    public static Posit16 FusedMultiplyAdd(Posit16 left, Posit16 right, Posit16 addend) =>
        new(Scalar.FusedMultiplyAdd(Format, left._bits, right._bits, addend._bits));

    /// <summary>left · right + addend, rounded once: the best estimate there is.</summary>
    public static Posit16 MultiplyAddEstimate(Posit16 left, Posit16 right, Posit16 addend) => FusedMultiplyAdd(left, right, addend);

    /// <inheritdoc cref="Scalar.Sqrt"/>
    public static Posit16 Sqrt(Posit16 x) => new(Scalar.Sqrt(Format, x._bits));

    /// <inheritdoc cref="Scalar.Cbrt"/>
    public static Posit16 Cbrt(Posit16 x) => new(Scalar.Cbrt(Format, x._bits));

    /// <inheritdoc cref="Scalar.Hypot"/>
    public static Posit16 Hypot(Posit16 x, Posit16 y) => new(Scalar.Hypot(Format, x._bits, y._bits));

    /// <inheritdoc cref="Scalar.RootN"/>
    public static Posit16 RootN(Posit16 x, int n) => new(Scalar.RootN(Format, x._bits, n));

    /// <summary>True for NaR alone.</summary>
    public static bool IsNaR(Posit16 value) => value._bits == NaR._bits;

    /// <summary>True for NaR, which generic code knows as NaN. It equals itself all the same.</summary>
    public static bool IsNaN(Posit16 value) => IsNaR(value);

    /// <summary>True for all but NaR.</summary>
    public static bool IsFinite(Posit16 value) => !IsNaR(value);

    /// <summary>True for all but NaR.</summary>
    public static bool IsRealNumber(Posit16 value) => !IsNaR(value);

    /// <summary>True below zero; NaR has no sign.</summary>
    public static bool IsNegative(Posit16 value) => value.Order < 0 && !IsNaR(value);

    /// <summary>True from zero on; NaR has no sign.</summary>
    public static bool IsPositive(Posit16 value) => value.Order >= 0;

    /// <inheritdoc/>
    public static bool IsInteger(Posit16 value) => double.IsInteger((double)value);

    /// <inheritdoc/>
    public static bool IsEvenInteger(Posit16 value) => double.IsEvenInteger((double)value);

    /// <inheritdoc/>
    public static bool IsOddInteger(Posit16 value) => double.IsOddInteger((double)value);
}
