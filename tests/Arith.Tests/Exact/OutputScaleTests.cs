using XrNpe.Reference;

namespace XrNpe.Arith.Tests;

/// <summary>Every scale that a job and a channel make together, against exact fractions; into float32's subnormals and past both its ends.</summary>
public class OutputScaleTests
{
    private const int Lowest = 2 * sbyte.MinValue;
    private const int Highest = 2 * sbyte.MaxValue;

    [Theory]
    [MemberData(nameof(TestFormats.InputsByOutputs), MemberType = typeof(TestFormats))]
    public void Every_scale_rounds_as_the_fractions_do(NumberFormat input, NumberFormat output)
    {
        // Powers of two, ties and what lies beside them, at a place that moves with the scale.
        var random = new Random(1);
        for (int scale = Lowest; scale <= Highest; scale++)
        {
            Int128 sum = ((Int128)random.Next(1 << 26) << random.Next(100)) + random.Next(-1, 2);
            AssertRounds(input, output, random.Next(2) == 0 ? sum : -sum, Activation.None, scale);
        }
    }

    [Theory]
    [MemberData(nameof(TestFormats.InputsByOutputs), MemberType = typeof(TestFormats))]
    public void The_largest_and_smallest_sums_round_right_at_either_end(NumberFormat input, NumberFormat output)
    {
        Int128[] sums = [1, 3, Int128.MaxValue, Int128.MaxValue >> 1];
        foreach (int scale in new[] { Lowest, -130, -93, -92, 0, 127, 128, Highest })
        {
            foreach (Int128 sum in sums)
            {
                AssertRounds(input, output, sum, Activation.None, scale);
                AssertRounds(input, output, -sum, Activation.None, scale);
                AssertRounds(input, output, -sum, Activation.LeakyRelu(255, 0), scale);
                AssertRounds(input, output, -sum, Activation.LeakyRelu(1, 15), scale);
            }

            AssertRounds(input, output, Int128.MinValue, Activation.None, scale);
            AssertRounds(input, output, Int128.MinValue, Activation.LeakyRelu(255, 0), scale);
        }
    }

    [Theory]
    [InlineData(-128 - 9, 0x0000_1000u)] // 2^-137, a subnormal
    [InlineData(-149, 0x0000_0001u)] // the smallest
    [InlineData(-150, 0x0000_0000u)] // the tie below it
    [InlineData(-256, 0x0000_0000u)]
    [InlineData(127, 0x7f00_0000u)]
    [InlineData(128, 0x7f80_0000u)] // infinity
    [InlineData(254, 0x7f80_0000u)]
    public void One_scaled_to_float32_is_a_power_of_two(int scale, uint expected)
    {
        var one = new Quire128(NumberFormat.P8, 1 << 12, isNaR: false);
        Assert.Equal(expected, OutputStage.Finish(one, Activation.None, scale, NumberFormat.F32, out _));
    }

    private static void AssertRounds(NumberFormat input, NumberFormat output, Int128 sum, Activation activation, int scale)
    {
        Rational exact = new Rational(sum) * Rational.PowerOfTwo(FormatInfo.Of(input).ProductLsbExponent);
        Rational slope = activation.Kind == ActivationKind.None ? new Rational(1) : new Rational(activation.SlopeM) * Rational.PowerOfTwo(-activation.SlopeS);
        uint expected = ReferenceArithmetic.Finish(output.Reference(), exact, slope, scale);
        uint actual = OutputStage.Finish(new Quire128(input, sum, isNaR: false), activation, scale, output, out _);
        TestFormats.AssertCode(expected, actual, output, $"{input} {sum:x} · 2^{scale}, {activation}");
    }
}
