namespace XrNpe.Arith.Tests;

/// <summary>FP4's zeros, by IEEE 754-2019, section 6.3.</summary>
public class SignedZeroTests
{
    private const uint Zero = 0x0;
    private const uint MinusZero = 0x8;
    private const uint Half = 0x1;
    private const uint MinusHalf = 0x9;
    private const uint One = 0x2;
    private const uint MinusOne = 0xa;

    [Theory]
    [InlineData(One, MinusOne, Zero)]
    [InlineData(MinusZero, MinusZero, MinusZero)]
    [InlineData(MinusZero, Zero, Zero)]
    public void A_zero_sum_is_minus_zero_only_for_two_minus_zeros(uint a, uint b, uint sum) =>
        Assert.Equal(sum, Scalar.Add(NumberFormat.Fp4, a, b));

    [Fact]
    public void Minus_zero_less_zero_is_minus_zero() =>
        Assert.Equal(MinusZero, Scalar.Subtract(NumberFormat.Fp4, MinusZero, Zero));

    [Theory]
    [InlineData(MinusZero, One, MinusZero)]
    [InlineData(MinusZero, MinusOne, Zero)]
    public void A_product_has_the_exclusive_or_of_the_signs(uint a, uint b, uint product) =>
        Assert.Equal(product, Scalar.Multiply(NumberFormat.Fp4, a, b));

    [Fact]
    public void A_negative_product_that_rounds_to_zero_is_minus_zero() =>
        Assert.Equal(MinusZero, Scalar.Multiply(NumberFormat.Fp4, Half, MinusHalf));

    [Fact]
    public void A_negative_fused_result_that_rounds_to_zero_is_minus_zero() =>
        Assert.Equal(MinusZero, Scalar.FusedMultiplyAdd(NumberFormat.Fp4, Half, MinusHalf, MinusZero));

    [Fact]
    public void The_absolute_value_of_minus_zero_is_zero() => Assert.Equal(Zero, Scalar.Abs(NumberFormat.Fp4, MinusZero));

    [Fact]
    public void An_exact_zero_out_of_a_quire_is_plus_zero()
    {
        Quire128 quire = MatrixMultiply.Dot(NumberFormat.Fp4, [(ushort)MinusZero], [(ushort)One]);
        Assert.Equal(Zero, OutputStage.Finish(quire, Activation.None, 0, NumberFormat.Fp4, out _));
    }

    [Fact]
    public void A_negative_quire_that_rounds_to_zero_is_minus_zero()
    {
        Quire128 quire = MatrixMultiply.Dot(NumberFormat.Fp4, [(ushort)Half], [(ushort)MinusHalf]);
        Assert.Equal(MinusZero, OutputStage.Finish(quire, Activation.None, 0, NumberFormat.Fp4, out _));
    }
}
