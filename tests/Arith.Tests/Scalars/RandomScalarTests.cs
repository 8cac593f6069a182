using CsCheck;
using XrNpe.Reference;

namespace XrNpe.Arith.Tests;

public class RandomScalarTests
{
    private const int Cases = 100_000;
    private static readonly Gen<uint> Code = Generators.Code(NumberFormat.P16);

    [Fact]
    public void Products_of_p16_are_the_reference_products() => Gen.Select(Code, Code).Sample(
        (a, b) => Scalar.Multiply(NumberFormat.P16, a, b) == ReferenceArithmetic.Multiply(ReferenceFormat.P16, a, b),
        iter: Cases);

    [Fact]
    public void Sums_of_p16_are_the_reference_sums() => Gen.Select(Code, Code).Sample(
        (a, b) => Scalar.Add(NumberFormat.P16, a, b) == ReferenceArithmetic.Add(ReferenceFormat.P16, a, b),
        iter: Cases);

    [Fact]
    public void Differences_of_p16_are_the_reference_differences() => Gen.Select(Code, Code).Sample(
        (a, b) => Scalar.Subtract(NumberFormat.P16, a, b) == ReferenceArithmetic.Subtract(ReferenceFormat.P16, a, b),
        iter: Cases);

    [Theory]
    [InlineData(NumberFormat.P8)]
    [InlineData(NumberFormat.P16)]
    public void Fused_multiply_adds_are_the_reference_ones(NumberFormat format) =>
        Gen.Select(Generators.Code(format), Generators.Code(format), Generators.Code(format)).Sample(
            (a, b, c) => Scalar.FusedMultiplyAdd(format, a, b, c) == ReferenceArithmetic.FusedMultiplyAdd(format.Reference(), a, b, c),
            iter: Cases);
}
