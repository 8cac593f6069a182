using XrNpe.Arith;
using XrNpe.Reference;

namespace XrNpe.Verify;

/// <summary>The fast reference of p16 against the slow one: ten million cases at level full, half of their codes at the edges.</summary>
internal sealed class SecondReferenceCheck() : Check(1, "reference-p16")
{
    /// <inheritdoc/>
    public override void Run(CheckRun run)
    {
        uint[] edges = [.. Posit16Edges.Codes];
        run.ForAll("every pair of edges", edges.Length, 2L * edges.Length, a => edges.Select(b => Wrong(edges[a], b)).FirstOrDefault(what => what is not null));
        run.ForAll("random", run.Pick(100_000, 5_000_000), 2, step =>
        {
            Random random = run.RandomOf("reference", step);
            uint Code() => random.Next(2) == 0 ? edges[random.Next(edges.Length)] : (uint)random.Next(1 << 16);
            return Wrong(Code(), Code());
        });
    }

    private static string? Wrong(uint a, uint b) =>
        Wrong("+", a, b, Posit16Reference.Add(a, b), ReferenceArithmetic.Add(ReferenceFormat.P16, a, b))
        ?? Wrong("*", a, b, Posit16Reference.Multiply(a, b), ReferenceArithmetic.Multiply(ReferenceFormat.P16, a, b));

    private static string? Wrong(string operation, uint a, uint b, uint fast, uint slow) => fast == slow
        ? null
        : $"{Text(a)} {operation} {Text(b)} is {Text(fast)} by the fast reference and {Text(slow)} by the slow one";

    private static string Text(uint code) => Hex.Of(NumberFormat.P16, code);
}
