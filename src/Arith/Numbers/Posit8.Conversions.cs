using System.Numerics;

namespace XrNpe.Arith;

/// <content>
/// Conversions. C# goes from and to the narrower integers through <see cref="uint"/>, <see cref="long"/> and <see cref="ulong"/>.
/// </content>
public readonly partial struct Posit8
{
    /// <inheritdoc cref="INumberBase{TSelf}.CreateChecked"/>
    public static Posit8 CreateChecked<TOther>(TOther value)
        where TOther : INumberBase<TOther> =>
        CodedConversions.TryFrom(Format, value, OutOfRange.Throws, out uint code) ? new Posit8(code)
        : TOther.TryConvertToChecked(value, out Posit8 result) ? result
        : throw CodedConversions.Unknown<TOther, Posit8>();

    /// <inheritdoc cref="INumberBase{TSelf}.CreateSaturating"/>
    public static Posit8 CreateSaturating<TOther>(TOther value)
        where TOther : INumberBase<TOther> =>
        CodedConversions.TryFrom(Format, value, OutOfRange.Saturates, out uint code) ? new Posit8(code)
        : TOther.TryConvertToSaturating(value, out Posit8 result) ? result
        : throw CodedConversions.Unknown<TOther, Posit8>();

    /// <inheritdoc cref="INumberBase{TSelf}.CreateTruncating"/>
    public static Posit8 CreateTruncating<TOther>(TOther value)
        where TOther : INumberBase<TOther> =>
        CodedConversions.TryFrom(Format, value, OutOfRange.Saturates, out uint code) ? new Posit8(code)
        : TOther.TryConvertToTruncating(value, out Posit8 result) ? result
        : throw CodedConversions.Unknown<TOther, Posit8>();

    // From wider numbers: the exact value rounded once.

    /// <inheritdoc/>
    public static explicit operator Posit8(float value) => new(FormatConvert.FromSingle(Format, value));

    /// <inheritdoc/>
    public static explicit operator Posit8(double value) => new(FormatConvert.FromDouble(Format, value));

    /// <summary>Rounds, once.</summary>
    public static explicit operator Posit8(Half value) => new(FormatConvert.FromSingle(Format, (float)value));

    /// <summary>Rounds, once.</summary>
    public static explicit operator Posit8(decimal value) => new(CodedConversions.FromDecimal(Format, value));

    /// <summary>Rounds, once.</summary>
    public static explicit operator Posit8(uint value) => new(CodedConversions.FromInteger(Format, false, value));

    /// <summary>Rounds, once.</summary>
    public static explicit operator Posit8(long value) => new(CodedConversions.FromInt128(Format, value));

    /// <summary>Rounds, once.</summary>
    public static explicit operator Posit8(ulong value) => new(CodedConversions.FromInteger(Format, false, value));

    /// <summary>Rounds, once.</summary>
    public static explicit operator Posit8(Int128 value) => new(CodedConversions.FromInt128(Format, value));

    /// <summary>Rounds, once.</summary>
    public static explicit operator Posit8(UInt128 value) => new(CodedConversions.FromInteger(Format, false, value));

    /// <summary>Rounds, once.</summary>
    public static explicit operator Posit8(BigInteger value) => new(CodedConversions.FromBigInteger(Format, value));

    /// <inheritdoc cref="FormatConvert.ToFormat"/>
    public static explicit operator Posit8(Posit16 value) => new(FormatConvert.ToFormat(Posit16.Format, value.ToBits(), Format));

    /// <inheritdoc cref="FormatConvert.ToFormat"/>
    public static explicit operator Posit8(Posit4 value) => new(FormatConvert.ToFormat(Posit4.Format, value.ToBits(), Format));

    /// <inheritdoc cref="FormatConvert.ToFormat"/>
    public static explicit operator Posit8(Fp4 value) => new(FormatConvert.ToFormat(Fp4.Format, value.ToBits(), Format));

    // To floats and decimal: exact, save Half, which has fewer exponents.

    /// <inheritdoc/>
    public static explicit operator float(Posit8 value) => FormatConvert.ToSingle(Format, value._bits);

    /// <inheritdoc/>
    public static explicit operator double(Posit8 value) => FormatConvert.ToSingle(Format, value._bits);

    /// <summary>The nearest half; NaR is NaN.</summary>
    public static explicit operator Half(Posit8 value) => (Half)(float)value;

    /// <summary>The exact value.</summary>
    /// <exception cref="OverflowException">NaR, which decimal cannot hold.</exception>
    public static explicit operator decimal(Posit8 value) => CodedConversions.ToDecimal(Format, value._bits, OutOfRange.Throws);

    // To integers: cut off towards zero; beyond the range the nearest there is, and 0 for NaR, or in a checked context an exception.

    /// <inheritdoc cref="CodedConversions.ToInteger"/>
    public static explicit operator uint(Posit8 value) => CodedConversions.ToInteger<uint>(Format, value._bits, OutOfRange.Saturates);

    /// <inheritdoc cref="CodedConversions.ToInteger"/>
    public static explicit operator checked uint(Posit8 value) => CodedConversions.ToInteger<uint>(Format, value._bits, OutOfRange.Throws);

    /// <inheritdoc cref="CodedConversions.ToInteger"/>
    public static explicit operator long(Posit8 value) => CodedConversions.ToInteger<long>(Format, value._bits, OutOfRange.Saturates);

    /// <inheritdoc cref="CodedConversions.ToInteger"/>
    public static explicit operator checked long(Posit8 value) => CodedConversions.ToInteger<long>(Format, value._bits, OutOfRange.Throws);

    /// <inheritdoc cref="CodedConversions.ToInteger"/>
    public static explicit operator ulong(Posit8 value) => CodedConversions.ToInteger<ulong>(Format, value._bits, OutOfRange.Saturates);

    /// <inheritdoc cref="CodedConversions.ToInteger"/>
    public static explicit operator checked ulong(Posit8 value) => CodedConversions.ToInteger<ulong>(Format, value._bits, OutOfRange.Throws);

    /// <inheritdoc cref="CodedConversions.ToInteger"/>
    public static explicit operator Int128(Posit8 value) => CodedConversions.ToInteger<Int128>(Format, value._bits, OutOfRange.Saturates);

    /// <inheritdoc cref="CodedConversions.ToInteger"/>
    public static explicit operator checked Int128(Posit8 value) => CodedConversions.ToInteger<Int128>(Format, value._bits, OutOfRange.Throws);

    /// <inheritdoc cref="CodedConversions.ToInteger"/>
    public static explicit operator UInt128(Posit8 value) => CodedConversions.ToInteger<UInt128>(Format, value._bits, OutOfRange.Saturates);

    /// <inheritdoc cref="CodedConversions.ToInteger"/>
    public static explicit operator checked UInt128(Posit8 value) => CodedConversions.ToInteger<UInt128>(Format, value._bits, OutOfRange.Throws);

    /// <summary>The value cut off towards zero.</summary>
    /// <exception cref="OverflowException">NaR, as for NaN of other types.</exception>
    public static explicit operator BigInteger(Posit8 value) => CodedConversions.ToInteger<BigInteger>(Format, value._bits, OutOfRange.Throws);
}
