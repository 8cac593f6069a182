using System.Numerics;

namespace XrNpe.Arith;

/// <content>
/// Conversions. C# goes from and to the narrower integers through <see cref="uint"/>, <see cref="long"/> and <see cref="ulong"/>.
/// </content>
public readonly partial struct Fp4
{
    /// <inheritdoc cref="INumberBase{TSelf}.CreateChecked"/>
    public static Fp4 CreateChecked<TOther>(TOther value)
        where TOther : INumberBase<TOther> =>
        CodedConversions.TryFrom(Format, value, OutOfRange.Throws, out uint code) ? new Fp4(code)
        : TOther.TryConvertToChecked(value, out Fp4 result) ? result
        : throw CodedConversions.Unknown<TOther, Fp4>();

    /// <inheritdoc cref="INumberBase{TSelf}.CreateSaturating"/>
    public static Fp4 CreateSaturating<TOther>(TOther value)
        where TOther : INumberBase<TOther> =>
        CodedConversions.TryFrom(Format, value, OutOfRange.Saturates, out uint code) ? new Fp4(code)
        : TOther.TryConvertToSaturating(value, out Fp4 result) ? result
        : throw CodedConversions.Unknown<TOther, Fp4>();

    /// <inheritdoc cref="INumberBase{TSelf}.CreateTruncating"/>
    public static Fp4 CreateTruncating<TOther>(TOther value)
        where TOther : INumberBase<TOther> =>
        CodedConversions.TryFrom(Format, value, OutOfRange.Saturates, out uint code) ? new Fp4(code)
        : TOther.TryConvertToTruncating(value, out Fp4 result) ? result
        : throw CodedConversions.Unknown<TOther, Fp4>();

    // From wider numbers: the exact value rounded once.

    /// <inheritdoc/>
    public static explicit operator Fp4(float value) => new(FormatConvert.FromSingle(Format, value));

    /// <inheritdoc/>
    public static explicit operator Fp4(double value) => new(FormatConvert.FromDouble(Format, value));

    /// <summary>Rounds, once.</summary>
    public static explicit operator Fp4(Half value) => new(FormatConvert.FromSingle(Format, (float)value));

    /// <summary>Rounds, once.</summary>
    public static explicit operator Fp4(decimal value) => new(CodedConversions.FromDecimal(Format, value));

    /// <summary>Rounds, once.</summary>
    public static explicit operator Fp4(uint value) => new(CodedConversions.FromInteger(Format, false, value));

    /// <summary>Rounds, once.</summary>
    public static explicit operator Fp4(long value) => new(CodedConversions.FromInt128(Format, value));

    /// <summary>Rounds, once.</summary>
    public static explicit operator Fp4(ulong value) => new(CodedConversions.FromInteger(Format, false, value));

    /// <summary>Rounds, once.</summary>
    public static explicit operator Fp4(Int128 value) => new(CodedConversions.FromInt128(Format, value));

    /// <summary>Rounds, once.</summary>
    public static explicit operator Fp4(UInt128 value) => new(CodedConversions.FromInteger(Format, false, value));

    /// <summary>Rounds, once.</summary>
    public static explicit operator Fp4(BigInteger value) => new(CodedConversions.FromBigInteger(Format, value));

    /// <inheritdoc cref="FormatConvert.ToFormat"/>
    public static explicit operator Fp4(Posit8 value) => new(FormatConvert.ToFormat(Posit8.Format, value.ToBits(), Format));

    /// <inheritdoc cref="FormatConvert.ToFormat"/>
    public static explicit operator Fp4(Posit4 value) => new(FormatConvert.ToFormat(Posit4.Format, value.ToBits(), Format));

    /// <inheritdoc cref="FormatConvert.ToFormat"/>
    public static explicit operator Fp4(Posit16 value) => new(FormatConvert.ToFormat(Posit16.Format, value.ToBits(), Format));

    // To floats and decimal: exact, save Half, which has fewer exponents.

    /// <inheritdoc/>
    public static explicit operator float(Fp4 value) => FormatConvert.ToSingle(Format, value._bits);

    /// <inheritdoc/>
    public static explicit operator double(Fp4 value) => FormatConvert.ToSingle(Format, value._bits);

    /// <summary>The nearest half.</summary>
    public static explicit operator Half(Fp4 value) => (Half)(float)value;

    /// <summary>The exact value.</summary>
    public static explicit operator decimal(Fp4 value) => CodedConversions.ToDecimal(Format, value._bits, OutOfRange.Throws);

    // To integers: cut off towards zero; beyond the range the nearest there is, or in a checked context an exception.

    /// <inheritdoc cref="CodedConversions.ToInteger"/>
    public static explicit operator uint(Fp4 value) => CodedConversions.ToInteger<uint>(Format, value._bits, OutOfRange.Saturates);

    /// <inheritdoc cref="CodedConversions.ToInteger"/>
    public static explicit operator checked uint(Fp4 value) => CodedConversions.ToInteger<uint>(Format, value._bits, OutOfRange.Throws);

    /// <inheritdoc cref="CodedConversions.ToInteger"/>
    public static explicit operator long(Fp4 value) => CodedConversions.ToInteger<long>(Format, value._bits, OutOfRange.Saturates);

    /// <inheritdoc cref="CodedConversions.ToInteger"/>
    public static explicit operator checked long(Fp4 value) => CodedConversions.ToInteger<long>(Format, value._bits, OutOfRange.Throws);

    /// <inheritdoc cref="CodedConversions.ToInteger"/>
    public static explicit operator ulong(Fp4 value) => CodedConversions.ToInteger<ulong>(Format, value._bits, OutOfRange.Saturates);

    /// <inheritdoc cref="CodedConversions.ToInteger"/>
    public static explicit operator checked ulong(Fp4 value) => CodedConversions.ToInteger<ulong>(Format, value._bits, OutOfRange.Throws);

    /// <inheritdoc cref="CodedConversions.ToInteger"/>
    public static explicit operator Int128(Fp4 value) => CodedConversions.ToInteger<Int128>(Format, value._bits, OutOfRange.Saturates);

    /// <inheritdoc cref="CodedConversions.ToInteger"/>
    public static explicit operator checked Int128(Fp4 value) => CodedConversions.ToInteger<Int128>(Format, value._bits, OutOfRange.Throws);

    /// <inheritdoc cref="CodedConversions.ToInteger"/>
    public static explicit operator UInt128(Fp4 value) => CodedConversions.ToInteger<UInt128>(Format, value._bits, OutOfRange.Saturates);

    /// <inheritdoc cref="CodedConversions.ToInteger"/>
    public static explicit operator checked UInt128(Fp4 value) => CodedConversions.ToInteger<UInt128>(Format, value._bits, OutOfRange.Throws);

    /// <summary>The value cut off towards zero.</summary>
    public static explicit operator BigInteger(Fp4 value) => CodedConversions.ToInteger<BigInteger>(Format, value._bits, OutOfRange.Throws);
}
