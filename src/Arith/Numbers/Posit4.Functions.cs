namespace XrNpe.Arith;

/// <content>Functions and questions about values.</content>
public readonly partial struct Posit4
{
    /// <inheritdoc/>
    public static Posit4 Abs(Posit4 value) => new(Scalar.Abs(Format, value._bits));

    /// <inheritdoc cref="CodedMath.Clamp"/>
    public static Posit4 Clamp(Posit4 value, Posit4 min, Posit4 max) => CodedMath.Clamp(value, min, max);

    /// <inheritdoc cref="CodedMath.CopySign"/>
    public static Posit4 CopySign(Posit4 value, Posit4 sign) => CodedMath.CopySign(value, sign);

    /// <inheritdoc cref="CodedMath.Sign"/>
    public static int Sign(Posit4 value) => CodedMath.Sign(value);

    /// <summary>The greater; NaR where either is NaR.</summary>
    public static Posit4 Max(Posit4 x, Posit4 y) => CodedMath.Max(x, y);

    /// <summary>The smaller; NaR where either is NaR.</summary>
    public static Posit4 Min(Posit4 x, Posit4 y) => CodedMath.Min(x, y);

    /// <summary>The greater; the other one where one is NaR.</summary>
    public static Posit4 MaxNumber(Posit4 x, Posit4 y) => CodedMath.Number(x, y, CodedMath.Max);

    /// <summary>The smaller; the other one where one is NaR.</summary>
    public static Posit4 MinNumber(Posit4 x, Posit4 y) => CodedMath.Number(x, y, CodedMath.Min);

    /// <summary>The greater in magnitude, of two equal ones the positive; NaR where either is NaR.</summary>
    public static Posit4 MaxMagnitude(Posit4 x, Posit4 y) => CodedMath.MaxMagnitude(x, y);

    /// <summary>The smaller in magnitude, of two equal ones the negative; NaR where either is NaR.</summary>
    public static Posit4 MinMagnitude(Posit4 x, Posit4 y) => CodedMath.MinMagnitude(x, y);

    /// <summary>The greater in magnitude, of two equal ones the positive; the other one where one is NaR.</summary>
    public static Posit4 MaxMagnitudeNumber(Posit4 x, Posit4 y) => CodedMath.Number(x, y, CodedMath.MaxMagnitude);

    /// <summary>The smaller in magnitude, of two equal ones the negative; the other one where one is NaR.</summary>
    public static Posit4 MinMagnitudeNumber(Posit4 x, Posit4 y) => CodedMath.Number(x, y, CodedMath.MinMagnitude);

    /// <inheritdoc/>
    public static Posit4 FusedMultiplyAdd(Posit4 left, Posit4 right, Posit4 addend) =>
        new(Scalar.FusedMultiplyAdd(Format, left._bits, right._bits, addend._bits));

    /// <summary>left · right + addend, rounded once: the best estimate there is.</summary>
    public static Posit4 MultiplyAddEstimate(Posit4 left, Posit4 right, Posit4 addend) => FusedMultiplyAdd(left, right, addend);

    /// <inheritdoc cref="Scalar.Sqrt"/>
    public static Posit4 Sqrt(Posit4 x) => new(Scalar.Sqrt(Format, x._bits));

    /// <inheritdoc cref="Scalar.Cbrt"/>
    public static Posit4 Cbrt(Posit4 x) => new(Scalar.Cbrt(Format, x._bits));

    /// <inheritdoc cref="Scalar.Hypot"/>
    public static Posit4 Hypot(Posit4 x, Posit4 y) => new(Scalar.Hypot(Format, x._bits, y._bits));

    /// <inheritdoc cref="Scalar.RootN"/>
    public static Posit4 RootN(Posit4 x, int n) => new(Scalar.RootN(Format, x._bits, n));

    /// <summary>True for NaR alone.</summary>
    public static bool IsNaR(Posit4 value) => value._bits == NaR._bits;

    /// <summary>True for NaR, which generic code knows as NaN. It equals itself all the same.</summary>
    public static bool IsNaN(Posit4 value) => IsNaR(value);

    /// <summary>True for all but NaR.</summary>
    public static bool IsFinite(Posit4 value) => !IsNaR(value);

    /// <summary>True for all but NaR.</summary>
    public static bool IsRealNumber(Posit4 value) => !IsNaR(value);

    /// <summary>True below zero; NaR has no sign.</summary>
    public static bool IsNegative(Posit4 value) => value.Order < 0 && !IsNaR(value);

    /// <summary>True from zero on; NaR has no sign.</summary>
    public static bool IsPositive(Posit4 value) => value.Order >= 0;

    /// <inheritdoc/>
    public static bool IsInteger(Posit4 value) => double.IsInteger((double)value);

    /// <inheritdoc/>
    public static bool IsEvenInteger(Posit4 value) => double.IsEvenInteger((double)value);

    /// <inheritdoc/>
    public static bool IsOddInteger(Posit4 value) => double.IsOddInteger((double)value);
}
