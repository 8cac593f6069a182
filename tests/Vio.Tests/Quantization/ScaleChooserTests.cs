using XrNpe.Arith;

namespace XrNpe.Vio.Tests;

public class ScaleChooserTests
{
    private static readonly NumberFormat[] Formats = [NumberFormat.Fp4, NumberFormat.P4, NumberFormat.P8, NumberFormat.P16];

    [Fact]
    public void Nothing_but_zeros_and_what_is_not_finite_gets_scale_0()
    {
        foreach (NumberFormat format in Formats)
        {
            Assert.Equal(0, ScaleChooser.Choose(format, []));
            Assert.Equal(0, ScaleChooser.Choose(format, [0, -0.0]));
            Assert.Equal(0, ScaleChooser.Choose(format, [double.NaN, double.PositiveInfinity]));
        }
    }

    [Theory]
    [InlineData(6.0, 0)] // fp4's largest: exact at 0; at 1 too, as 3·2, but 0 is nearer
    [InlineData(12.0, 1)] // 6·2 and 3·4: the smaller scale is nearer 0
    [InlineData(0.75, -1)] // 1.5·2^-1, 3·2^-2 and 6·2^-3
    [InlineData(1.0, 0)]
    public void Of_equal_errors_the_scale_nearest_0_wins(double value, int expected) =>
        Assert.Equal(expected, ScaleChooser.Choose(NumberFormat.Fp4, [value]));

    [Fact]
    public void The_rule_is_the_documented_one()
    {
        var random = new Random(7);
        for (int run = 0; run < 200; run++)
        {
            double[] values = [.. Enumerable.Range(0, 1 + random.Next(12)).Select(_ => Math.ScaleB(random.NextDouble() - 0.5, random.Next(-6, 6)))];
            foreach (NumberFormat format in Formats) Assert.Equal(Documented(format, values), ScaleChooser.Choose(format, values));
        }
    }

    [Theory]
    [InlineData(-900)]
    [InlineData(-40)]
    [InlineData(40)]
    [InlineData(900)]
    public void Huge_and_tiny_tensors_are_quantized_as_well_as_others(int power)
    {
        double[] values = [0.3, -0.7, 1.9, 0.011, -0.4];
        double[] moved = [.. values.Select(x => Math.ScaleB(x, power))];
        foreach (NumberFormat format in Formats) Assert.Equal(Quality(format, values), Quality(format, moved));

        static double? Quality(NumberFormat format, double[] values) => Sqnr.Decibels(
            values, Quantizer.Quantize("A", NumericTensor.OfValues("x", [1, values.Length], values), format, null).Dequantize());
    }

    [Fact]
    public void NaN_and_infinities_do_not_count()
    {
        double[] values = [0.3, -0.7, 1.9];
        foreach (NumberFormat format in Formats)
        {
            Assert.Equal(
                ScaleChooser.Choose(format, values),
                ScaleChooser.Choose(format, [double.NaN, 0.3, double.NegativeInfinity, -0.7, 1.9]));
        }
    }

    private static int Documented(NumberFormat format, double[] values)
    {
        int e = (int)Math.Floor(Math.Log2(values.Max(Math.Abs)));
        int reach = Math.Min(FormatInfo.Of(format).MaxExponent, 8);
        return Enumerable.Range(e - reach - 3, reach + 5).OrderBy(Error).ThenBy(Math.Abs).ThenBy(s => s).First();

        double Error(int s) => values.Select(x => x - (FormatConvert.ToDouble(format, FormatConvert.FromDouble(format, x / Math.Pow(2, s))) * Math.Pow(2, s)))
            .Aggregate(0.0, (sum, error) => sum + (error * error));
    }
}
