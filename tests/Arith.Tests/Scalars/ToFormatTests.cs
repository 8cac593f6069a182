using CsCheck;
using XrNpe.Reference;

namespace XrNpe.Arith.Tests;

public class ToFormatTests
{
    [Theory]
    [MemberData(nameof(TestFormats.Inputs), MemberType = typeof(TestFormats))]
    public void Every_code_has_the_reference_value_as_double_and_as_float(NumberFormat format)
    {
        foreach (uint code in format.Codes())
        {
            double value = FormatConvert.ToDouble(format, code);
            Assert.Equal(double.IsNaN(value) ? null : Rational.FromDouble(value), format.Value(code));
            Assert.Equal((float)value, FormatConvert.ToSingle(format, code));
        }
    }

    [Theory]
    [MemberData(nameof(TestFormats.InputsByOutputs), MemberType = typeof(TestFormats))]
    public void Every_code_rounds_once_into_every_format(NumberFormat from, NumberFormat to)
    {
        foreach (uint code in from.Codes())
        {
            if (from.Value(code) is not { } value) continue;
            bool minus = ReferenceValue.IsMinus(from.Reference(), code);
            uint expected = ReferenceRounding.Round(to.Reference(), value, minus);
            TestFormats.AssertCode(expected, FormatConvert.ToFormat(from, code, to), to, $"conversion from {from}", code);
        }
    }

    [Theory]
    [MemberData(nameof(TestFormats.Posits), MemberType = typeof(TestFormats))]
    public void NaR_stays_NaR_becomes_the_quiet_NaN_and_has_no_place_in_fp4(NumberFormat from)
    {
        uint nar = FormatInfo.Of(from).NaRCode;
        Assert.Equal(0x8000u, FormatConvert.ToFormat(from, nar, NumberFormat.P16));
        Assert.Equal(0x7fc0_0000u, FormatConvert.ToFormat(from, nar, NumberFormat.F32));
        Assert.Equal(0x7fc0_0000u, BitConverter.SingleToUInt32Bits(FormatConvert.ToSingle(from, nar)));
        Assert.Throws<OverflowException>(() => FormatConvert.ToFormat(from, nar, NumberFormat.Fp4));
    }

    [Fact]
    public void Minus_zero_of_fp4_is_zero_in_a_posit_and_minus_zero_in_float32()
    {
        Assert.Equal(0u, FormatConvert.ToFormat(NumberFormat.Fp4, 0x8, NumberFormat.P8));
        Assert.Equal(0x8000_0000u, FormatConvert.ToFormat(NumberFormat.Fp4, 0x8, NumberFormat.F32));
    }

    [Fact]
    public void Float32_codes_convert_by_their_value()
    {
        Assert.Equal(0x7fc0_0000u, FormatConvert.ToFormat(NumberFormat.F32, 0xffff_ffff, NumberFormat.F32));
        Assert.Equal(0x80u, FormatConvert.ToFormat(NumberFormat.F32, 0xff80_0000, NumberFormat.P8));
        Gen.UInt.Where(bits => float.IsFinite(BitConverter.UInt32BitsToSingle(bits))).Sample(
            bits => FormatConvert.ToFormat(NumberFormat.F32, bits, NumberFormat.F32) == bits, iter: 10_000);
    }
}
