using XrNpe.Reference;

namespace XrNpe.Arith.Tests;

public class DecodeTests
{
    [Theory]
    [MemberData(nameof(TestFormats.Inputs), MemberType = typeof(TestFormats))]
    public void Every_code_decodes_to_the_value_of_its_definition(NumberFormat format)
    {
        int significandBits = FormatInfo.Of(format).SignificandBits;
        foreach (uint code in format.Codes())
        {
            Unpacked unpacked = Decode.Code(format, code);
            Rational? expected = format.Value(code);
            Assert.Equal(expected is null, unpacked.IsNaR);
            if (expected is null) continue;

            Rational magnitude = new Rational(unpacked.Significand) * Rational.PowerOfTwo(unpacked.Exponent - significandBits + 1);
            Assert.Equal(expected, unpacked.Sign ? -magnitude : magnitude);
            Assert.Equal(expected.Value.Sign == 0, unpacked.IsZero);
        }
    }

    [Theory]
    [InlineData(NumberFormat.Fp4, "0 .5 1 1.5 2 3 4 6 -0 -.5 -1 -1.5 -2 -3 -4 -6")]
    [InlineData(NumberFormat.P4, "0 .0625 .25 .5 1 2 4 16 NaN -16 -4 -2 -1 -.5 -.25 -.0625")]
    public void Four_bit_codes_have_the_published_values(NumberFormat format, string table)
    {
        double[] expected = [.. table.Split(' ').Select(text => double.Parse(text, null))];
        Assert.Equal(expected, format.Codes().Select(code => FormatConvert.ToDouble(format, code)));
    }

    [Theory]
    [MemberData(nameof(TestFormats.Inputs), MemberType = typeof(TestFormats))]
    public void Bits_above_the_width_are_ignored(NumberFormat format)
    {
        foreach (uint code in format.Codes())
        {
            Assert.Equal(Decode.Code(format, code), Decode.Code(format, code | ~FormatInfo.Of(format).Mask));
        }
    }

    [Fact]
    public void Float32_is_not_an_input_format() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Decode.Code(NumberFormat.F32, 0));
}
