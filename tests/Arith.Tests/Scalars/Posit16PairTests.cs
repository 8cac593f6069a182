using XrNpe.Reference;

namespace XrNpe.Arith.Tests;

/// <summary>Ten million operand triples of p16, half of them edge codes, and all pairs of edge codes, through every binary operation.</summary>
public class Posit16PairTests
{
    private const int Blocks = 400;
    private const int BlockSize = 25_000;
    private const uint NaR = 0x8000;
    private static readonly uint[] Edges = [.. EdgeCodes().Distinct()];

    [Fact]
    public void The_judge_has_the_borders_of_the_reference()
    {
        Rational unit = Rational.PowerOfTwo(Posit16Judge.UnitExponent);
        Rational little = Rational.PowerOfTwo(-100);
        Parallel.For(1, 0x7fff, code =>
        {
            Rational border = new Rational(Posit16Judge.Borders[code]) * unit;
            uint low = (uint)code;
            uint even = low + (low & 1);
            TestFormats.AssertCode(even, ReferenceRounding.Round(ReferenceFormat.P16, border), NumberFormat.P16, "border", low);
            TestFormats.AssertCode(low, ReferenceRounding.Round(ReferenceFormat.P16, border - little), NumberFormat.P16, "below the border", low);
            TestFormats.AssertCode(low + 1, ReferenceRounding.Round(ReferenceFormat.P16, border + little), NumberFormat.P16, "above the border", low);
        });
    }

    [Fact]
    public void All_pairs_of_edge_codes_are_right() => Parallel.ForEach(Edges, a =>
    {
        foreach (uint b in Edges) Judge(a, b, a ^ b);
    });

    [Fact]
    public void Ten_million_operations_of_each_kind_are_right() => Parallel.For(0, Blocks, block =>
    {
        var random = new Random(block);
        for (int i = 0; i < BlockSize; i++) Judge(Code(random), Code(random), Code(random));
    });

    [Fact]
    public void The_fast_operators_are_the_exact_ones_for_ten_million_pairs() => Parallel.For(0, Blocks, block =>
    {
        var random = new Random(-1 - block);
        for (int i = 0; i < BlockSize; i++)
        {
            uint a = Code(random);
            uint b = Code(random);
            (Posit16 x, Posit16 y) = (Posit16.FromBits((ushort)a), Posit16.FromBits((ushort)b));
            TestFormats.AssertCode(Scalar.Multiply(NumberFormat.P16, a, b), (x * y).ToBits(), NumberFormat.P16, "*", a, b);
            TestFormats.AssertCode(Scalar.Add(NumberFormat.P16, a, b), (x + y).ToBits(), NumberFormat.P16, "+", a, b);
            TestFormats.AssertCode(Scalar.Subtract(NumberFormat.P16, a, b), (x - y).ToBits(), NumberFormat.P16, "-", a, b);
        }
    });

    private static void Judge(uint a, uint b, uint c)
    {
        Int128 x = Posit16Judge.Values[a];
        Int128 y = Posit16Judge.Values[b];
        Int128 z = Posit16Judge.Values[c];
        Int128 one = Int128.One << -Posit16Judge.UnitExponent;
        (Posit16 p, Posit16 q, Posit16 r) = (Posit16.FromBits((ushort)a), Posit16.FromBits((ushort)b), Posit16.FromBits((ushort)c));

        bool pairIsNaR = a == NaR || b == NaR;
        Check("*", (p * q).ToBits(), pairIsNaR, x * y, one, a, b);
        Check("+", (p + q).ToBits(), pairIsNaR, x + y, 1, a, b);
        Check("-", (p - q).ToBits(), pairIsNaR, x - y, 1, a, b);
        Check("fma", Posit16.FusedMultiplyAdd(p, q, r).ToBits(), pairIsNaR || c == NaR, (x * y) + (z * one), one, a, b, c);

        Int128 dividend = Int128.IsNegative(y) ? -x : x;
        Check("/", (p / q).ToBits(), pairIsNaR || b == 0, dividend * one, Int128.Abs(y), a, b);
    }

    private static void Check(string what, uint code, bool isNaR, Int128 numerator, Int128 denominator, params ReadOnlySpan<uint> operands)
    {
        if (isNaR ? code == NaR : code != NaR && Posit16Judge.IsRight(code, numerator, denominator)) return;
        string list = string.Join(", ", operands.ToArray().Select(operand => operand.ToString("x4", null)));
        Assert.Fail($"p16 {what} of {list}: {code:x4} is not the nearest");
    }

    private static uint Code(Random random) =>
        (random.Next() & 1) == 0 ? (uint)random.Next(1 << 16) : Edges[random.Next(Edges.Length)];

    /// <summary>Next to 0, ±1, NaR and the ends of every regime.</summary>
    private static IEnumerable<uint> EdgeCodes() =>
        from bit in Enumerable.Range(0, 17)
        from pattern in (int[])[1 << bit, 0x7fff & ~((1 << bit) - 1)]
        from offset in Enumerable.Range(-2, 5)
        from sign in (int[])[1, -1]
        select (uint)((pattern + offset) * sign) & 0xffff;
}
