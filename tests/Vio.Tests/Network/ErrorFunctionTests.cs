namespace XrNpe.Vio.Tests;

/// <summary>The error function against values from another implementation.</summary>
public class ErrorFunctionTests
{
    private static readonly Elementwise Erf = new(ElementFunction.Erf);

    public static TheoryData<double, double> Values => new()
    {
        { 0, 0.0 },
        { 1e-09, 1.1283791670955127e-09 },
        { 0.01, 0.011283415555849616 },
        { 0.1, 0.1124629160182849 },
        { 0.25, 0.2763263901682369 },
        { 0.5, 0.5204998778130465 },
        { 0.75, 0.7111556336535151 },
        { 1, 0.8427007929497149 },
        { 1.5, 0.9661051464753108 },
        { 2, 0.9953222650189527 },
        { 2.5, 0.999593047982555 },
        { 3, 0.9999779095030014 },
        { 3.5, 0.9999992569016276 },
        { 4, 0.9999999845827421 },
        { 4.5, 0.9999999998033839 },
        { 5, 0.9999999999984626 },
        { 5.5, 0.9999999999999927 },
        { 5.99, 1.0 },
        { 6, 1.0 },
        { 40, 1.0 },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void Erf_is_good_to_the_last_bits_and_odd(double x, double expected)
    {
        Assert.InRange(Math.Abs(Erf.Of(x) - expected), 0, 1e-15);
        Assert.InRange(Math.Abs(Erf.Of(x) - expected), 0, 1e-14 * expected);
        Assert.Equal(-Erf.Of(x), Erf.Of(-x));
    }

    [Fact]
    public void Erf_of_a_NaN_and_of_infinity()
    {
        Assert.Equal(double.NaN, Erf.Of(double.NaN));
        Assert.Equal(1, Erf.Of(double.PositiveInfinity));
        Assert.Equal(-1, Erf.Of(double.NegativeInfinity));
    }
}
