using System.Numerics;
using System.Runtime.InteropServices;

namespace XrNpe.Arith;

/// <summary>What happens to a value that the target cannot hold.</summary>
internal enum OutOfRange
{
    /// <summary>An <see cref="OverflowException"/>.</summary>
    Throws,

    /// <summary>The nearest value there is, and 0 for NaR.</summary>
    Saturates,
}

/// <summary>
/// Conversions between codes and every number type of .NET, and of the engine. To a code: the exact value rounded once, which
/// saturates by itself. To an integer: cut off towards zero. To the types that hold more: exact.
/// </summary>
internal static class CodedConversions
{
    /// <summary>Rounds a number of a known type to a code.</summary>
    /// <returns>False when the type is not known.</returns>
    /// <exception cref="OverflowException">NaN or NaR to FP4, which has no code for it.</exception>
    public static bool TryFrom<TOther>(NumberFormat format, TOther value, OutOfRange imaginary, out uint code)
        where TOther : INumberBase<TOther>
    {
        code = 0;
        if (IsFloat<TOther>()) code = FormatConvert.FromDouble(format, double.CreateTruncating(value));
        else if (value is BigInteger big) code = FromBigInteger(format, big);
        else if (value is UInt128 unsigned) code = FromInteger(format, false, unsigned);
        else if (IsInteger<TOther>()) code = FromInt128(format, Int128.CreateTruncating(value));
        else if (value is decimal number) code = FromDecimal(format, number);
        else if (value is Posit16 p16) code = FormatConvert.ToFormat(NumberFormat.P16, p16.ToBits(), format);
        else if (value is Posit8 p8) code = FormatConvert.ToFormat(NumberFormat.P8, p8.ToBits(), format);
        else if (value is Posit4 p4) code = FormatConvert.ToFormat(NumberFormat.P4, p4.ToBits(), format);
        else if (value is Fp4 fp4) code = FormatConvert.ToFormat(NumberFormat.Fp4, fp4.ToBits(), format);
        else if (value is Complex complex) code = FromComplex(format, complex, imaginary);
        else return false;
        return true;
    }

    /// <summary>The value of a code as a number of a known type.</summary>
    /// <returns>False when the type is not known.</returns>
    /// <exception cref="OverflowException">The type is checked for range and cannot hold the value.</exception>
    public static bool TryTo<TOther>(NumberFormat format, uint code, OutOfRange range, out TOther result)
        where TOther : INumberBase<TOther>
    {
        result = TOther.Zero;
        if (IsFloat<TOther>() || typeof(TOther) == typeof(Complex)) result = TOther.CreateTruncating((double)FormatConvert.ToSingle(format, code));
        else if (IsInteger<TOther>()) result = ToInteger<TOther>(format, code, range);
        else if (typeof(TOther) == typeof(decimal)) result = (TOther)(object)ToDecimal(format, code, range);
        else return false;
        return true;
    }

    /// <summary>Rounds an integer.</summary>
    public static uint FromInt128(NumberFormat format, Int128 value)
    {
        // The negation of the least Int128 is itself, and the right magnitude as an unsigned number.
        bool negative = Int128.IsNegative(value);
        return FromInteger(format, negative, (UInt128)(negative ? unchecked(-value) : value));
    }

    /// <summary>Rounds a signed magnitude; 0 is +0.</summary>
    public static uint FromInteger(NumberFormat format, bool negative, UInt128 magnitude) =>
        RoundPack.Round(format, negative, magnitude, 0);

    /// <summary>Rounds an integer of any length.</summary>
    public static uint FromBigInteger(NumberFormat format, BigInteger value)
    {
        const int RoomBits = 128;
        BigInteger magnitude = BigInteger.Abs(value);
        int drop = (int)Math.Max(magnitude.GetBitLength() - RoomBits, 0);
        BigInteger kept = magnitude >> drop;
        return RoundPack.Round(format, value.Sign < 0, (UInt128)kept, drop, kept << drop != magnitude);
    }

    /// <summary>Rounds a decimal from its exact value; its −0 is FP4's.</summary>
    public static uint FromDecimal(NumberFormat format, decimal value)
    {
        Span<int> parts = stackalloc int[4];
        decimal.GetBits(value, parts);
        UInt128 digits = new((uint)parts[2], ((ulong)(uint)parts[1] << 32) | (uint)parts[0]);
        return new DecimalNumber(digits, -value.Scale, 0).Round(format, decimal.IsNegative(value));
    }

    /// <summary>The value of a code as a decimal, which holds them all.</summary>
    public static decimal ToDecimal(NumberFormat format, uint code, OutOfRange range)
    {
        FormatInfo info = FormatInfo.Of(format);
        Unpacked value = Decode.Code(format, code);
        if (value.IsNaR) return NaRTo<decimal>(range);
        int lsb = value.Exponent - (info.SignificandBits - 1);
        decimal magnitude = value.Significand;

        // At most 13 bits, and powers of two down to 2^-28 below the leading one: 28 decimal places hold every quotient.
        int spare = Math.Min(BitOperations.TrailingZeroCount(value.Significand | (1u << info.SignificandBits)), Math.Max(-lsb, 0));
        magnitude = lsb >= 0 ? magnitude * (1L << lsb) : (value.Significand >> spare) / (decimal)(1L << (-lsb - spare));
        return value.Sign ? -magnitude : magnitude;
    }

    /// <summary>The value of a code, cut off towards zero, as an integer.</summary>
    /// <exception cref="OverflowException">It is checked for range and the type cannot hold it.</exception>
    public static TInteger ToInteger<TInteger>(NumberFormat format, uint code, OutOfRange range)
        where TInteger : INumberBase<TInteger>
    {
        double value = FormatConvert.ToSingle(format, code);
        if (double.IsNaN(value)) return NaRTo<TInteger>(range);
        long whole = (long)value;
        return range == OutOfRange.Throws ? TInteger.CreateChecked(whole) : TInteger.CreateSaturating(whole);
    }

    /// <summary>That no conversion is known between two types.</summary>
    public static NotSupportedException Unknown<TFrom, TTo>() =>
        new($"no conversion is known from {typeof(TFrom)} to {typeof(TTo)}");

    private static uint FromComplex(NumberFormat format, Complex value, OutOfRange imaginary) =>
        imaginary == OutOfRange.Throws && value.Imaginary != 0
            ? throw new OverflowException($"{value} has an imaginary part, which {FormatInfo.Of(format).Name} cannot hold")
            : FormatConvert.FromDouble(format, value.Real);

    private static TTo NaRTo<TTo>(OutOfRange range)
        where TTo : INumberBase<TTo> => range == OutOfRange.Throws
            ? throw new OverflowException($"NaR has no value in {typeof(TTo).Name}")
            : TTo.Zero;

    private static bool IsFloat<T>() =>
        typeof(T) == typeof(double) || typeof(T) == typeof(float) || typeof(T) == typeof(Half) || typeof(T) == typeof(NFloat);

    private static bool IsInteger<T>() =>
        typeof(T) == typeof(int) || typeof(T) == typeof(uint) || typeof(T) == typeof(long) || typeof(T) == typeof(ulong)
        || typeof(T) == typeof(short) || typeof(T) == typeof(ushort) || typeof(T) == typeof(sbyte) || typeof(T) == typeof(byte)
        || typeof(T) == typeof(nint) || typeof(T) == typeof(nuint) || typeof(T) == typeof(char)
        || typeof(T) == typeof(Int128) || typeof(T) == typeof(UInt128) || typeof(T) == typeof(BigInteger);
}
