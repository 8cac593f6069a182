using XrNpe.Arith;
using XrNpe.Reference;

namespace XrNpe.Verify;

/// <summary>Add, subtract, multiply and fused multiply-add: every operand of the small formats, random ones and edges of p16.</summary>
internal sealed class ScalarCheck() : Check(1, "scalar")
{
    private static readonly uint[] Edges = [0, 1, 2, 3, 0x3fff, 0x4000, 0x4001, 0x7ffe, 0x7fff, 0x8000, 0x8001, 0xbfff, 0xc000, 0xffff];

    /// <inheritdoc/>
    public override void Run(CheckRun run)
    {
        foreach (FormatInfo info in FormatInfo.Inputs.Where(f => f.Bits <= 8))
        {
            run.ForAll($"{info}, every pair", 1L << (2 * info.Bits), 3, step => Pair(info.Format, (uint)step >> info.Bits, (uint)step & info.Mask));
        }

        foreach (FormatInfo info in FormatInfo.Inputs.Where(f => f.Bits == 4))
        {
            run.ForAll($"{info}, every triple", 1 << 12, 1, step => Triple(info.Format, (uint)step >> 8, (uint)step >> 4 & 15, (uint)step & 15));
        }

        run.ForAll("p8, random triples", run.Pick(10_000, 1_000_000), 1, step => RandomTriple(NumberFormat.P8, run.RandomOf("fma8", step)));
        run.ForAll("p16, random", run.Pick(20_000, 2_000_000), 4, step => RandomTriple(NumberFormat.P16, run.RandomOf("p16", step)));
    }

    private static string? RandomTriple(NumberFormat format, Random random)
    {
        uint mask = FormatInfo.Of(format).Mask;
        uint Code() => (random.Next(4) == 0 ? Edges[random.Next(Edges.Length)] : (uint)random.Next(65_536)) & mask;
        (uint a, uint b, uint c) = (Code(), Code(), Code());
        return (format == NumberFormat.P16 ? Pair(format, a, b) : null) ?? Triple(format, a, b, c);
    }

    private static string? Pair(NumberFormat format, uint a, uint b)
    {
        ReferenceFormat reference = ReferenceOf.Format(format);
        return Wrong(format, "+", a, b, Scalar.Add(format, a, b), ReferenceArithmetic.Add(reference, a, b))
            ?? Wrong(format, "-", a, b, Scalar.Subtract(format, a, b), ReferenceArithmetic.Subtract(reference, a, b))
            ?? Wrong(format, "*", a, b, Scalar.Multiply(format, a, b), ReferenceArithmetic.Multiply(reference, a, b));
    }

    private static string? Triple(NumberFormat format, uint a, uint b, uint c)
    {
        uint actual = Scalar.FusedMultiplyAdd(format, a, b, c);
        uint expected = ReferenceArithmetic.FusedMultiplyAdd(ReferenceOf.Format(format), a, b, c);
        return actual == expected
            ? null
            : $"{Hex.Of(format, a)} * {Hex.Of(format, b)} + {Hex.Of(format, c)} is {Hex.Of(format, actual)}, should be {Hex.Of(format, expected)}";
    }

    private static string? Wrong(NumberFormat format, string operation, uint a, uint b, uint actual, uint expected) => actual == expected
        ? null
        : $"{Hex.Of(format, a)} {operation} {Hex.Of(format, b)} is {Hex.Of(format, actual)}, should be {Hex.Of(format, expected)}";
}
