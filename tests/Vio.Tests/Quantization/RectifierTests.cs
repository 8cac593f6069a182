using XrNpe.Arith;

namespace XrNpe.Vio.Tests;

public sealed class RectifierTests
{
    [Theory]
    [InlineData(0.1, 205, 11)]
    [InlineData(0.01, 41, 12)]
    [InlineData(0.25, 1, 2)]
    [InlineData(0.2, 205, 10)]
    [InlineData(1.0, 1, 0)]
    [InlineData(3.0, 3, 0)]
    public void The_slope_of_the_output_units_is_the_nearest_there_is(double slope, byte m, byte s)
    {
        Assert.Equal(Activation.LeakyRelu(m, s), new Rectifier(slope).Hardware);
        double reached = Math.ScaleB(m, -s);
        for (int shift = 0; shift <= 15; shift++)
        {
            for (int factor = 0; factor <= 255; factor++) Assert.False(Math.Abs(Math.ScaleB(factor, -shift) - slope) < Math.Abs(reached - slope));
        }
    }

    [Fact]
    public void ReLU_is_exact_and_other_slopes_are_left_to_the_host()
    {
        Assert.Equal(Activation.Relu, new Rectifier(0).Hardware);
        Assert.Null(new Rectifier(-0.5).Hardware);
        Assert.Null(new Rectifier(300).Hardware);
    }
}
