using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using XrNpe.Reference;

namespace XrNpe.Arith.Tests;

/// <content>Conversions from and to every number type.</content>
public abstract partial class CodedNumberTests<TNumber, TBits>
{
    [Fact]
    public void Integers_round_once_from_their_exact_value()
    {
        FromInteger<byte>();
        FromInteger<sbyte>();
        FromInteger<short>();
        FromInteger<ushort>();
        FromInteger<int>();
        FromInteger<uint>();
        FromInteger<long>();
        FromInteger<ulong>();
        FromInteger<nint>();
        FromInteger<nuint>();
        FromInteger<Int128>();
        FromInteger<UInt128>();
        FromInteger<char>();
        FromInteger<BigInteger>();
    }

    [Fact]
    public void Integers_get_the_value_cut_off_towards_zero()
    {
        ToInteger<byte>(byte.MinValue, byte.MaxValue);
        ToInteger<sbyte>(sbyte.MinValue, sbyte.MaxValue);
        ToInteger<short>(short.MinValue, short.MaxValue);
        ToInteger<ushort>(ushort.MinValue, ushort.MaxValue);
        ToInteger<int>(int.MinValue, int.MaxValue);
        ToInteger<uint>(uint.MinValue, uint.MaxValue);
        ToInteger<long>(long.MinValue, long.MaxValue);
        ToInteger<ulong>(ulong.MinValue, ulong.MaxValue);
        ToInteger<nint>(nint.MinValue, nint.MaxValue);
        ToInteger<nuint>(nuint.MinValue, nuint.MaxValue);
        ToInteger<Int128>((BigInteger)Int128.MinValue, (BigInteger)Int128.MaxValue);
        ToInteger<UInt128>((BigInteger)UInt128.MinValue, (BigInteger)UInt128.MaxValue);
        ToInteger<char>(char.MinValue, char.MaxValue);
        ToInteger<BigInteger>(-BigInteger.Pow(2, 200), BigInteger.Pow(2, 200));
    }

    [Fact]
    public void Floats_and_decimals_get_the_value_and_give_it_back()
    {
        foreach (TNumber number in Numbers.Where(TNumber.IsFinite))
        {
            double value = (double)number;
            Assert.Equal(value, double.CreateChecked(number));
            Assert.Equal(value, float.CreateSaturating(number));
            Assert.Equal(value, NFloat.CreateTruncating(number).Value);
            Assert.Equal((Half)value, Half.CreateChecked(number));
            Assert.Equal(new Complex(value, 0), Complex.CreateChecked(number));
            decimal exact = decimal.CreateChecked(number);
            Assert.Equal(TNumber.Format.Value(Code(number))!.Value, Fraction(exact));

            Assert.Equal(Code(number), Code(TNumber.CreateChecked(value)));
            Assert.Equal(Code(number), Code(TNumber.CreateSaturating((float)value)));
            Assert.Equal(Code(number), Code(TNumber.CreateTruncating(new NFloat(value))));
            Assert.Equal(Code(number), Code(TNumber.CreateChecked(exact)));
            Assert.Equal(Code(number), Code(TNumber.CreateChecked(new Complex(value, 0))));
        }
    }

    [Fact]
    public void A_decimal_rounds_once()
    {
        // The tie above one, and the least step a decimal can take from it: no double tells the two apart.
        TNumber one = TNumber.One;
        TNumber next = TNumber.FromBits(TBits.CreateChecked(Code(one) + 1));
        decimal tie = (1 + decimal.CreateChecked(next)) / 2;
        Assert.Equal(next, TNumber.CreateChecked(tie + 0.000000000000000000000000001m));
        Assert.Equal(one, TNumber.CreateChecked(tie - 0.000000000000000000000000001m));
        Assert.Equal(TNumber.MaxValue, TNumber.CreateChecked(decimal.MaxValue));
        Assert.Equal(TNumber.MinValue, TNumber.CreateChecked(decimal.MinValue));
    }

    [Fact]
    public void An_integer_just_beyond_a_tie_rounds_up_however_long()
    {
        // A tie among the codes above one, times 2^200, has no place in 128 bits, and one more decides.
        BigInteger huge = (BigInteger.One << 4000) + 1;
        Assert.Equal(TNumber.MaxValue, TNumber.CreateChecked(huge));
        Assert.Equal(TNumber.MinValue, TNumber.CreateChecked(-huge));
    }

    [Fact]
    public void Every_type_of_the_engine_converts_with_one_rounding()
    {
        FromSibling<Fp4, byte>();
        FromSibling<Posit4, byte>();
        FromSibling<Posit8, byte>();
        FromSibling<Posit16, ushort>();
    }

    [Fact]
    public void An_imaginary_part_is_lost_only_where_that_was_asked_for()
    {
        Complex complex = new(1, 1);
        Assert.Throws<OverflowException>(() => TNumber.CreateChecked(complex));
        Assert.Equal(TNumber.One, TNumber.CreateSaturating(complex));
        Assert.Equal(TNumber.One, TNumber.CreateTruncating(complex));
    }

    [Fact]
    public void NaR_is_an_error_where_range_is_checked_and_else_zero()
    {
        foreach (TNumber nar in Numbers.Where(TNumber.IsNaN))
        {
            Assert.Throws<OverflowException>(() => int.CreateChecked(nar));
            Assert.Throws<OverflowException>(() => decimal.CreateChecked(nar));
            Assert.Throws<OverflowException>(() => BigInteger.CreateChecked(nar));
            Assert.Equal(0, int.CreateSaturating(nar));
            Assert.Equal(0, long.CreateTruncating(nar));
            Assert.Equal(0, decimal.CreateSaturating(nar));
            Assert.True(double.IsNaN(double.CreateChecked(nar)));
            Assert.True(Half.IsNaN(Half.CreateChecked(nar)));
        }
    }

    private static void FromInteger<TInteger>()
        where TInteger : INumber<TInteger>
    {
        foreach (BigInteger value in Integers())
        {
            TInteger integer = TInteger.CreateSaturating(value);
            BigInteger exact = BigInteger.CreateChecked(integer);
            uint expected = ReferenceRounding.Round(TNumber.Format.Reference(), new Rational(exact));
            TestFormats.AssertCode(expected, Code(TNumber.CreateChecked(integer)), TNumber.Format, $"{typeof(TInteger).Name} {exact}");
            TestFormats.AssertCode(expected, Code(TNumber.CreateSaturating(integer)), TNumber.Format, $"{typeof(TInteger).Name} {exact}");
            TestFormats.AssertCode(expected, Code(TNumber.CreateTruncating(integer)), TNumber.Format, $"{typeof(TInteger).Name} {exact}");
        }
    }

    /// <summary>All small ones, and those on both sides of powers of two and of the ties between.</summary>
    private static IEnumerable<BigInteger> Integers() =>
        Enumerable.Range(-300, 601).Select(small => new BigInteger(small)).Concat(
            from power in Enumerable.Range(8, 125)
            from odd in (int[])[1, 3, 0x1fff, 0x2001, 0x4001, 0x4003]
            from offset in (int[])[-1, 0, 1]
            from sign in (int[])[1, -1]
            select ((new BigInteger(odd) << power) + offset) * sign);

    private static void ToInteger<TInteger>(BigInteger least, BigInteger most)
        where TInteger : INumberBase<TInteger>
    {
        foreach (TNumber number in Some.Where(TNumber.IsFinite))
        {
            Rational value = TNumber.Format.Value(Code(number))!.Value;
            BigInteger whole = BigInteger.Divide(value.Numerator, value.Denominator);
            BigInteger nearest = BigInteger.Clamp(whole, least, most);
            Assert.Equal(nearest, BigInteger.CreateChecked(TInteger.CreateSaturating(number)));
            Assert.Equal(nearest, BigInteger.CreateChecked(TInteger.CreateTruncating(number)));
            if (nearest == whole) Assert.Equal(whole, BigInteger.CreateChecked(TInteger.CreateChecked(number)));
            else Assert.Throws<OverflowException>(() => TInteger.CreateChecked(number));
        }
    }

    private static void FromSibling<TOther, TOtherBits>()
        where TOther : struct, ICodedNumber<TOther, TOtherBits>
        where TOtherBits : unmanaged, IUnsignedNumber<TOtherBits>
    {
        foreach (uint code in TOther.Format.Codes())
        {
            TOther other = TOther.FromBits(TOtherBits.CreateChecked(code));
            if (TOther.IsNaN(other) && TNumber.Format == NumberFormat.Fp4)
            {
                Assert.Throws<OverflowException>(() => TNumber.CreateChecked(other));
                Assert.Throws<OverflowException>(() => TNumber.CreateSaturating(other));
                continue;
            }

            bool minusZero = ReferenceValue.IsMinus(TOther.Format.Reference(), code);
            uint expected = TOther.Format.Value(code) is { } value
                ? ReferenceRounding.Round(TNumber.Format.Reference(), value, minusZero)
                : ReferenceValue.NaR(TNumber.Format.Reference());
            TestFormats.AssertCode(expected, Code(TNumber.CreateChecked(other)), TNumber.Format, $"from {TOther.Format}", code);
            TestFormats.AssertCode(expected, Code(TNumber.CreateTruncating(other)), TNumber.Format, $"from {TOther.Format}", code);
        }
    }

    private static Rational Fraction(decimal value) => Exactly(value.ToString(CultureInfo.InvariantCulture));
}
