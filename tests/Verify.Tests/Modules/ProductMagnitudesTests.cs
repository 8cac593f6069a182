using XrNpe.Arith;

namespace XrNpe.Verify.Tests;

public sealed class ProductMagnitudesTests
{
    [Fact]
    public void The_least_and_the_largest_are_single_powers_of_two()
    {
        var magnitudes = new ProductMagnitudes();
        Assert.Equal(113, magnitudes.Exponents);
        Assert.Equal([Int128.One], magnitudes.Of(0));
        Assert.Equal([Int128.One << 112], magnitudes.Of(112));
    }

    [Fact]
    public void Products_of_codes_with_a_sum_of_exponents_are_there_and_nothing_else()
    {
        const int Sum = 30;
        NumberFormat format = NumberFormat.P16;
        ILookup<int, Unpacked> values = Enumerable.Range(1, 0x7fff).Select(code => Decode.Code(format, (uint)code)).ToLookup(value => value.Exponent);
        HashSet<Int128> expected =
        [
            .. from exponent in Enumerable.Range(-28, 57)
               from a in values[exponent]
               from b in values[Sum - 56 - exponent]
               select Align.Product(format, a, b),
        ];
        Int128[] actual = [.. new ProductMagnitudes().Of(Sum)];
        Assert.Equal(expected.Order(), actual);
    }
}
