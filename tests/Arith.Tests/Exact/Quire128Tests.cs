namespace XrNpe.Arith.Tests;

public class Quire128Tests
{
    [Theory]
    [MemberData(nameof(TestFormats.Posits), MemberType = typeof(TestFormats))]
    public void The_longest_job_of_the_largest_products_fits(NumberFormat format)
    {
        FormatInfo info = FormatInfo.Of(format);
        Quire128 quire = new(format);
        for (int k = 0; k < Quire128.MaxTerms; k++) quire.AddProduct(info.NaRCode - 1, info.NaRCode + 1);
        Assert.Equal(-((Int128)Quire128.MaxTerms << (-2 * info.ProductLsbExponent)), quire.Sum);
    }

    [Fact]
    public void A_sum_that_leaves_128_bits_throws_and_does_not_wrap()
    {
        Quire128 quire = new(NumberFormat.P16, Int128.MaxValue, isNaR: false);
        Assert.Throws<OverflowException>(() => quire.AddProduct(0x0001, 0x0001));
        Assert.Equal(Int128.MaxValue, quire.Sum);
    }

    [Fact]
    public void All_quires_that_are_NaR_are_equal_within_a_format()
    {
        Quire128 some = new(NumberFormat.P8, 5, isNaR: true);
        Quire128 other = new(NumberFormat.P8, 7, isNaR: true);
        Assert.True(some == other);
        Assert.Equal(some.GetHashCode(), other.GetHashCode());
        Assert.True(some != new Quire128(NumberFormat.P8, 5, isNaR: false));
        Assert.False(some.Equals((object)new Quire128(NumberFormat.P4, 5, isNaR: true)));
    }
}
