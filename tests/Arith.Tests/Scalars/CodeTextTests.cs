using System.Globalization;
using System.Numerics;
using CsCheck;
using XrNpe.Reference;

namespace XrNpe.Arith.Tests;

public class CodeTextTests
{
    [Theory]
    [MemberData(nameof(TestFormats.Inputs), MemberType = typeof(TestFormats))]
    public void The_text_of_every_code_reads_back_as_the_code(NumberFormat format)
    {
        foreach (uint code in format.Codes())
        {
            string text = CodeText.Format(format, code);
            Assert.True(CodeText.TryParse(format, text, out uint back), text);
            TestFormats.AssertCode(code, back, format, $"text {text}", code);
        }
    }

    [Theory]
    [MemberData(nameof(TestFormats.Inputs), MemberType = typeof(TestFormats))]
    public void The_text_of_every_code_is_its_value_for_other_programs(NumberFormat format)
    {
        foreach (uint code in format.Codes())
        {
            if (format.Value(code) is null) continue;
            Assert.Equal(FormatConvert.ToDouble(format, code), double.Parse(CodeText.Format(format, code), CultureInfo.InvariantCulture));
        }
    }

    [Theory]
    [InlineData(NumberFormat.Fp4, 0x8u, "-0")]
    [InlineData(NumberFormat.P4, 0x8u, "NaR")]
    [InlineData(NumberFormat.P8, 0x13u, "0.296875")]
    [InlineData(NumberFormat.P16, 0x7fffu, "268435456")]
    [InlineData(NumberFormat.P16, 0x1u, "3.725290298461914E-09")]
    [InlineData(NumberFormat.P16, 0x3u, "2.9802322387695312E-08")]
    [InlineData(NumberFormat.F32, 0x3dcc_cccdu, "0.1")]
    [InlineData(NumberFormat.F32, 0xff80_0000u, "-Infinity")]
    [InlineData(NumberFormat.F32, 0x7fc0_0000u, "NaN")]
    public void Text_is_short_and_exact(NumberFormat format, uint code, string text) => Assert.Equal(text, CodeText.Format(format, code));

    [Fact]
    public void The_text_of_any_float32_reads_back() =>
        Gen.Select(Gen.UInt[0, 0xff7f_ffff], Gen.Bool).Select((bits, power) => power ? bits & 0xff80_0000 : bits).Sample(
            bits => !float.IsFinite(BitConverter.UInt32BitsToSingle(bits))
                || (CodeText.TryParse(NumberFormat.F32, CodeText.Format(NumberFormat.F32, bits), out uint back) && back == bits),
            iter: 20_000);

    [Theory]
    [MemberData(nameof(TestFormats.All), MemberType = typeof(TestFormats))]
    public void Decimals_round_once_from_their_exact_value(NumberFormat format) =>
        Gen.Select(Gen.Long[0, 100_000_000_000], Gen.Int[-60, 45], Gen.Bool).Sample(
            (digits, exponent, negative) =>
            {
                string text = $"{(negative ? "-" : "")}{digits}e{exponent}";
                Rational power = new(BigInteger.Pow(10, Math.Abs(exponent)));
                Rational magnitude = exponent < 0 ? new Rational(digits) / power : new Rational(digits) * power;
                uint expected = ReferenceRounding.Round(format.Reference(), negative ? -magnitude : magnitude, negative);
                return CodeText.TryParse(format, text, out uint code) && code == expected;
            },
            iter: 10_000);

    [Theory]
    [MemberData(nameof(TestFormats.Inputs), MemberType = typeof(TestFormats))]
    public void A_digit_far_behind_a_midpoint_decides(NumberFormat format)
    {
        // 1 and its upper neighbour: a double cannot hold the midpoint and the digit at once, so rounding twice would tie.
        uint one = FormatConvert.FromDouble(format, 1);
        double middle = (1 + FormatConvert.ToDouble(format, one + 1)) / 2;
        string text = middle.ToString(CultureInfo.InvariantCulture);
        string zeros = (text.Contains('.', StringComparison.Ordinal) ? "" : ".") + new string('0', 400);
        Assert.True(CodeText.TryParse(format, text + zeros, out uint tie));
        Assert.Equal(one, tie & ~1u);
        Assert.True(CodeText.TryParse(format, text + zeros + "1", out uint above));
        Assert.Equal(one + 1, above);
    }

    [Theory]
    [InlineData("1e999999999", 0x7fu)]
    [InlineData("-1e99999999999999999999999999", 0x81u)]
    [InlineData("1e-999999999", 0x01u)]
    [InlineData("-1e-99999999999999999999999999", 0xffu)]
    [InlineData("0e999999999", 0x00u)]
    [InlineData("-0", 0x00u)]
    [InlineData("NaR", 0x80u)]
    [InlineData("nan", 0x80u)]
    [InlineData("-Infinity", 0x80u)]
    [InlineData("INF", 0x80u)]
    [InlineData(" +1.e0 ", 0x40u)]
    [InlineData(".5", 0x20u)]
    public void Unusual_text_of_a_p8(string text, uint code)
    {
        Assert.True(CodeText.TryParse(NumberFormat.P8, text, out uint actual));
        Assert.Equal(code, actual);
    }

    [Theory]
    [InlineData("1e999999999", 0x7u)]
    [InlineData("-1e-999999999", 0x8u)]
    [InlineData("-0.0", 0x8u)]
    [InlineData("inf", 0x7u)]
    [InlineData("-inf", 0xfu)]
    public void Unusual_text_of_an_fp4(string text, uint code)
    {
        Assert.True(CodeText.TryParse(NumberFormat.Fp4, text, out uint actual));
        Assert.Equal(code, actual);
    }

    [Theory]
    [InlineData("inf", 0x7f80_0000u)]
    [InlineData("-inf", 0xff80_0000u)]
    [InlineData("1e39", 0x7f80_0000u)]
    [InlineData("1e-46", 0x0000_0000u)]
    [InlineData("1e-45", 0x0000_0001u)]
    [InlineData("nan", 0x7fc0_0000u)]
    public void Unusual_text_of_a_float32(string text, uint code)
    {
        Assert.True(CodeText.TryParse(NumberFormat.F32, text, out uint actual));
        Assert.Equal(code, actual);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("-")]
    [InlineData(".")]
    [InlineData("1e")]
    [InlineData("1e+")]
    [InlineData("e5")]
    [InlineData("1 2")]
    [InlineData("1,5")]
    [InlineData("--1")]
    [InlineData("0x1f")]
    [InlineData("1.2.3")]
    [InlineData("٣")]
    [InlineData(null)]
    public void What_is_no_number_is_refused(string? text) => Assert.False(CodeText.TryParse(NumberFormat.P16, text, out _));

    [Fact]
    public void Fp4_has_no_NaN_to_read() => Assert.False(CodeText.TryParse(NumberFormat.Fp4, "nan", out _));
}
