using XrNpe.Reference;

namespace XrNpe.Arith.Tests;

public class ExhaustiveScalarTests
{
    public static TheoryData<NumberFormat> Small => [NumberFormat.Fp4, NumberFormat.P4, NumberFormat.P8];

    public static TheoryData<NumberFormat> FourBits => [NumberFormat.Fp4, NumberFormat.P4];

    [Theory]
    [MemberData(nameof(Small))]
    public void Every_product_is_the_reference_product(NumberFormat format) =>
        ForEveryPair(format, "product", Scalar.Multiply, ReferenceArithmetic.Multiply);

    [Theory]
    [MemberData(nameof(Small))]
    public void Every_sum_is_the_reference_sum(NumberFormat format) =>
        ForEveryPair(format, "sum", Scalar.Add, ReferenceArithmetic.Add);

    [Theory]
    [MemberData(nameof(Small))]
    public void Every_difference_is_the_reference_difference(NumberFormat format) =>
        ForEveryPair(format, "difference", Scalar.Subtract, ReferenceArithmetic.Subtract);

    [Theory]
    [MemberData(nameof(FourBits))]
    public void Every_fused_multiply_add_is_the_reference_one(NumberFormat format)
    {
        foreach (uint a in format.Codes())
        {
            foreach (uint b in format.Codes())
            {
                foreach (uint c in format.Codes())
                {
                    uint expected = ReferenceArithmetic.FusedMultiplyAdd(format.Reference(), a, b, c);
                    TestFormats.AssertCode(expected, Scalar.FusedMultiplyAdd(format, a, b, c), format, "fma", a, b, c);
                }
            }
        }
    }

    private static void ForEveryPair(
        NumberFormat format,
        string name,
        Func<NumberFormat, uint, uint, uint> operation,
        Func<ReferenceFormat, uint, uint, uint> reference)
    {
        foreach (uint a in format.Codes())
        {
            foreach (uint b in format.Codes())
            {
                TestFormats.AssertCode(reference(format.Reference(), a, b), operation(format, a, b), format, name, a, b);
            }
        }
    }
}
