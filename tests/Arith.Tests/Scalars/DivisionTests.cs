using System.Numerics;
using CsCheck;
using XrNpe.Reference;

namespace XrNpe.Arith.Tests;

public class DivisionTests
{
    public static TheoryData<NumberFormat> Small => ExhaustiveScalarTests.Small;

    [Theory]
    [MemberData(nameof(Small))]
    public void Every_quotient_is_the_reference_quotient(NumberFormat format) => ForEveryPair(format, "quotient", Scalar.Divide, Quotient);

    [Theory]
    [MemberData(nameof(Small))]
    public void Every_remainder_is_the_reference_remainder(NumberFormat format) => ForEveryPair(format, "remainder", Scalar.Remainder, Remainder);

    [Fact]
    public void Quotients_of_p16_are_the_reference_quotients() =>
        Gen.Select(Generators.Code(NumberFormat.P16), Generators.Code(NumberFormat.P16)).Sample(
            (a, b) => Scalar.Divide(NumberFormat.P16, a, b) == Quotient(NumberFormat.P16, a, b), iter: 100_000);

    [Fact]
    public void Remainders_of_p16_are_the_reference_remainders() =>
        Gen.Select(Generators.Code(NumberFormat.P16), Generators.Code(NumberFormat.P16)).Sample(
            (a, b) => Scalar.Remainder(NumberFormat.P16, a, b) == Remainder(NumberFormat.P16, a, b), iter: 100_000);

    [Theory]
    [InlineData(0x2u, 0x0u, 0x7u)]
    [InlineData(0x2u, 0x8u, 0xfu)]
    [InlineData(0xau, 0x0u, 0xfu)]
    [InlineData(0xau, 0x8u, 0x7u)]
    public void An_fp4_over_zero_saturates_with_the_sign_of_the_infinity(uint a, uint b, uint expected) =>
        Assert.Equal(expected, Scalar.Divide(NumberFormat.Fp4, a, b));

    [Fact]
    public void What_is_NaN_is_an_error_in_fp4_that_says_what_happened()
    {
        Assert.Contains("0 / 0", Assert.Throws<DivideByZeroException>(() => Scalar.Divide(NumberFormat.Fp4, 0, 8)).Message, StringComparison.Ordinal);
        Assert.Contains("remainder", Assert.Throws<DivideByZeroException>(() => Scalar.Remainder(NumberFormat.Fp4, 2, 0)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Float32_is_no_format_to_divide_in()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Scalar.Divide(NumberFormat.F32, 0, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Scalar.Remainder(NumberFormat.F32, 0, 0));
    }

    private static uint Quotient(NumberFormat format, uint a, uint b)
    {
        ReferenceFormat reference = format.Reference();
        if (format.Value(a) is not { } x || format.Value(b) is not { } y || y.Sign == 0) return ReferenceValue.NaR(reference);
        return ReferenceRounding.Round(reference, x / y, ReferenceValue.IsMinus(reference, a) != ReferenceValue.IsMinus(reference, b));
    }

    private static uint Remainder(NumberFormat format, uint a, uint b)
    {
        ReferenceFormat reference = format.Reference();
        if (format.Value(a) is not { } x || format.Value(b) is not { } y || y.Sign == 0) return ReferenceValue.NaR(reference);
        Rational quotient = x / y;
        Rational truncated = new(BigInteger.Divide(quotient.Numerator, quotient.Denominator));
        return ReferenceRounding.Round(reference, x - (y * truncated), ReferenceValue.IsMinus(reference, a));
    }

    private static void ForEveryPair(
        NumberFormat format, string name, Func<NumberFormat, uint, uint, uint> operation, Func<NumberFormat, uint, uint, uint> expected)
    {
        foreach (uint a in format.Codes())
        {
            foreach (uint b in format.Codes())
            {
                if (format == NumberFormat.Fp4 && b % 8 == 0) continue; // its zeros have facts of their own
                TestFormats.AssertCode(expected(format, a, b), operation(format, a, b), format, name, a, b);
            }
        }
    }
}
