using CsCheck;
using XrNpe.Reference;

namespace XrNpe.Arith.Tests;

/// <summary>The second reference against the first; <c>xrnpe verify --level full</c> does ten times as many cases.</summary>
public class Posit16ReferenceTests
{
    private const int Cases = 500_000;
    private static readonly Gen<uint> Code = Generators.Code(NumberFormat.P16);

    [Fact]
    public void Grown_posits_are_those_of_the_definition()
    {
        long[] table = Posit16Table.Grow();
        Assert.Equal(1 << 16, table.Length);
        for (uint pattern = 0; pattern < table.Length; pattern++)
        {
            Rational grown = new Rational(table[pattern]) * Rational.PowerOfTwo(Posit16Table.UnitExponent);
            Rational defined = PositDefinition.Value(17, 1, pattern)!.Value;
            if (grown != defined) Assert.Fail($"17-bit pattern {pattern:x}: {grown}, by definition {defined}");
        }
    }

    [Fact]
    public void Adding_zero_and_multiplying_by_one_change_nothing()
    {
        foreach (uint code in NumberFormat.P16.Codes())
        {
            TestFormats.AssertCode(code, Posit16Reference.Add(code, 0), NumberFormat.P16, "sum with 0", code);
            TestFormats.AssertCode(code, Posit16Reference.Multiply(code, 0x4000), NumberFormat.P16, "product with 1", code);
        }
    }

    [Fact]
    public void Sums_are_those_of_the_rational_reference() => Gen.Select(Code, Code).Sample(
        (a, b) => Posit16Reference.Add(a, b) == ReferenceArithmetic.Add(ReferenceFormat.P16, a, b),
        iter: Cases);

    [Fact]
    public void Products_are_those_of_the_rational_reference() => Gen.Select(Code, Code).Sample(
        (a, b) => Posit16Reference.Multiply(a, b) == ReferenceArithmetic.Multiply(ReferenceFormat.P16, a, b),
        iter: Cases);
}
