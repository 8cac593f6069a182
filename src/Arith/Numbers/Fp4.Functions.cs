namespace XrNpe.Arith;

/// <content>Functions and questions about values.</content>
public readonly partial struct Fp4
{
    /// <inheritdoc/>
    public static Fp4 Abs(Fp4 value) => new(Scalar.Abs(Format, value._bits));

    /// <inheritdoc cref="CodedMath.Clamp"/>
    public static Fp4 Clamp(Fp4 value, Fp4 min, Fp4 max) => CodedMath.Clamp(value, min, max);

    /// <inheritdoc cref="CodedMath.CopySign"/>
    public static Fp4 CopySign(Fp4 value, Fp4 sign) => CodedMath.CopySign(value, sign);

    /// <inheritdoc cref="CodedMath.Sign"/>
    public static int Sign(Fp4 value) => CodedMath.Sign(value);

    /// <summary>The greater.</summary>
    public static Fp4 Max(Fp4 x, Fp4 y) => CodedMath.Max(x, y);

    /// <summary>The smaller.</summary>
    public static Fp4 Min(Fp4 x, Fp4 y) => CodedMath.Min(x, y);

    /// <summary>The greater.</summary>
    public static Fp4 MaxNumber(Fp4 x, Fp4 y) => CodedMath.Number(x, y, CodedMath.Max);

    /// <summary>The smaller.</summary>
    public static Fp4 MinNumber(Fp4 x, Fp4 y) => CodedMath.Number(x, y, CodedMath.Min);

    /// <summary>The greater in magnitude, of two equal ones the positive.</summary>
    public static Fp4 MaxMagnitude(Fp4 x, Fp4 y) => CodedMath.MaxMagnitude(x, y);

    /// <summary>The smaller in magnitude, of two equal ones the negative.</summary>
    public static Fp4 MinMagnitude(Fp4 x, Fp4 y) => CodedMath.MinMagnitude(x, y);

    /// <summary>The greater in magnitude, of two equal ones the positive.</summary>
    public static Fp4 MaxMagnitudeNumber(Fp4 x, Fp4 y) => CodedMath.Number(x, y, CodedMath.MaxMagnitude);

    /// <summary>The smaller in magnitude, of two equal ones the negative.</summary>
    public static Fp4 MinMagnitudeNumber(Fp4 x, Fp4 y) => CodedMath.Number(x, y, CodedMath.MinMagnitude);

    /// <inheritdoc/>
    public static Fp4 FusedMultiplyAdd(Fp4 left, Fp4 right, Fp4 addend) =>
        new(Scalar.FusedMultiplyAdd(Format, left._bits, right._bits, addend._bits));

    /// <summary>left · right + addend, rounded once: the best estimate there is.</summary>
    public static Fp4 MultiplyAddEstimate(Fp4 left, Fp4 right, Fp4 addend) => FusedMultiplyAdd(left, right, addend);

    /// <inheritdoc cref="Scalar.Sqrt"/>
    public static Fp4 Sqrt(Fp4 x) => new(Scalar.Sqrt(Format, x._bits));

    /// <inheritdoc cref="Scalar.Cbrt"/>
    public static Fp4 Cbrt(Fp4 x) => new(Scalar.Cbrt(Format, x._bits));

    /// <inheritdoc cref="Scalar.Hypot"/>
    public static Fp4 Hypot(Fp4 x, Fp4 y) => new(Scalar.Hypot(Format, x._bits, y._bits));

    /// <inheritdoc cref="Scalar.RootN"/>
    public static Fp4 RootN(Fp4 x, int n) => new(Scalar.RootN(Format, x._bits, n));

    /// <summary>False: there is none.</summary>
    public static bool IsNaN(Fp4 value) => false;

    /// <summary>True.</summary>
    public static bool IsFinite(Fp4 value) => true;

    /// <summary>True.</summary>
    public static bool IsRealNumber(Fp4 value) => true;

    /// <summary>True with the sign bit, of −0 too.</summary>
    public static bool IsNegative(Fp4 value) => value._bits >= NegativeZero._bits;

    /// <summary>True without the sign bit.</summary>
    public static bool IsPositive(Fp4 value) => !IsNegative(value);

    /// <inheritdoc/>
    public static bool IsInteger(Fp4 value) => double.IsInteger((double)value);

    /// <inheritdoc/>
    public static bool IsEvenInteger(Fp4 value) => double.IsEvenInteger((double)value);

    /// <inheritdoc/>
    public static bool IsOddInteger(Fp4 value) => double.IsOddInteger((double)value);
}
