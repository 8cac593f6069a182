using CsCheck;
using XrNpe.Reference;

namespace XrNpe.Arith.Tests;

public class FromDoubleTests
{
    [Theory]
    [MemberData(nameof(TestFormats.All), MemberType = typeof(TestFormats))]
    public void Any_finite_double_rounds_as_the_reference_does(NumberFormat format) =>
        Generators.Double.Where(double.IsFinite).Sample(value => AssertRounds(format, value), iter: 20_000);

    [Theory]
    [MemberData(nameof(TestFormats.Inputs), MemberType = typeof(TestFormats))]
    public void Midpoints_and_the_doubles_next_to_them_round_as_the_reference_does(NumberFormat format)
    {
        uint[] codes = [.. format.Codes().Where(code => format.Value(code) is not null)];
        double[] values = [.. codes.Select(code => FormatConvert.ToDouble(format, code)).Order()];
        foreach ((double low, double high) in values.Zip(values.Skip(1)))
        {
            AssertRoundsAround(format, (low + high) / 2);
            double geometric = Math.Sqrt(low * high);
            if (geometric > 0 && geometric < double.PositiveInfinity) AssertRoundsAround(format, low < 0 ? -geometric : geometric);
        }
    }

    [Theory]
    [MemberData(nameof(TestFormats.Inputs), MemberType = typeof(TestFormats))]
    public void Every_code_comes_back_from_its_double_and_from_its_float(NumberFormat format)
    {
        foreach (uint code in format.Codes())
        {
            if (format.Value(code) is null) continue;
            TestFormats.AssertCode(code, FormatConvert.FromDouble(format, FormatConvert.ToDouble(format, code)), format, "double", code);
            TestFormats.AssertCode(code, FormatConvert.FromSingle(format, FormatConvert.ToSingle(format, code)), format, "float", code);
        }
    }

    [Theory]
    [MemberData(nameof(TestFormats.All), MemberType = typeof(TestFormats))]
    public void Any_float_rounds_as_its_double(NumberFormat format) => Gen.UInt.Select(BitConverter.UInt32BitsToSingle).Sample(
        value => !float.IsFinite(value) || FormatConvert.FromSingle(format, value) == FormatConvert.FromDouble(format, value),
        iter: 20_000);

    [Fact]
    public void Any_double_to_float32_is_what_the_processor_makes_of_it() => Generators.Double.Sample(
        value => double.IsNaN(value) || FormatConvert.FromDouble(NumberFormat.F32, value) == BitConverter.SingleToUInt32Bits((float)value),
        iter: 200_000);

    [Theory]
    [MemberData(nameof(TestFormats.Posits), MemberType = typeof(TestFormats))]
    public void Infinities_and_NaN_are_NaR_in_a_posit_and_minus_zero_is_zero(NumberFormat format)
    {
        uint nar = FormatInfo.Of(format).NaRCode;
        Assert.Equal(nar, FormatConvert.FromDouble(format, double.PositiveInfinity));
        Assert.Equal(nar, FormatConvert.FromDouble(format, double.NegativeInfinity));
        Assert.Equal(nar, FormatConvert.FromDouble(format, double.NaN));
        Assert.Equal(nar, FormatConvert.FromSingle(format, float.NaN));
        Assert.Equal(0u, FormatConvert.FromDouble(format, -0.0));
    }

    [Fact]
    public void Infinities_saturate_in_fp4_and_minus_zero_is_kept()
    {
        Assert.Equal(0x7u, FormatConvert.FromDouble(NumberFormat.Fp4, double.PositiveInfinity));
        Assert.Equal(0xfu, FormatConvert.FromDouble(NumberFormat.Fp4, double.NegativeInfinity));
        Assert.Equal(0x8u, FormatConvert.FromDouble(NumberFormat.Fp4, -0.0));
        Assert.Equal(0x8u, FormatConvert.FromDouble(NumberFormat.Fp4, -double.Epsilon));
    }

    [Fact]
    public void NaN_to_fp4_is_an_error_that_says_so()
    {
        string message = Assert.Throws<OverflowException>(() => FormatConvert.FromDouble(NumberFormat.Fp4, double.NaN)).Message;
        Assert.Contains("NaN", message, StringComparison.Ordinal);
        Assert.Contains("fp4", message, StringComparison.Ordinal);
        Assert.Throws<OverflowException>(() => FormatConvert.FromSingle(NumberFormat.Fp4, float.NaN));
    }

    [Fact]
    public void NaN_and_infinities_to_float32_are_canonical()
    {
        Assert.Equal(0x7fc0_0000u, FormatConvert.FromDouble(NumberFormat.F32, double.NaN));
        Assert.Equal(0x7f80_0000u, FormatConvert.FromDouble(NumberFormat.F32, double.PositiveInfinity));
        Assert.Equal(0xff80_0000u, FormatConvert.FromDouble(NumberFormat.F32, double.NegativeInfinity));
    }

    private static void AssertRoundsAround(NumberFormat format, double value)
    {
        AssertRounds(format, Math.BitDecrement(value));
        AssertRounds(format, value);
        AssertRounds(format, Math.BitIncrement(value));
    }

    private static void AssertRounds(NumberFormat format, double value)
    {
        uint expected = ReferenceRounding.Round(format.Reference(), Rational.FromDouble(value), double.IsNegative(value));
        uint actual = FormatConvert.FromDouble(format, value);
        if (expected != actual) Assert.Fail($"{value:R} to {format}: expected {expected:x}, got {actual:x}");
    }
}
