using XrNpe.Arith;

namespace XrNpe.Verify;

/// <summary>Computes an operation with one operand fixed: <c>results[b]</c> becomes a ∘ b.</summary>
internal delegate void PairRow(uint a, Span<ushort> results);

/// <summary>An operation of two p16 codes against its reference, a row of 2^16 pairs at a time.</summary>
/// <param name="name">Name of the operation, for progress and the log.</param>
/// <param name="symbol">What stands between the operands in a message.</param>
/// <param name="actual">What is checked.</param>
/// <param name="expected">What it should give.</param>
internal sealed class PairSweep(string name, string symbol, PairRow actual, PairRow expected)
{
    /// <summary>Rows, and pairs in a row.</summary>
    public const int Codes = 1 << 16;

    private const NumberFormat Format = NumberFormat.P16;

    /// <summary>Looks at random rows, and at those of the edge codes.</summary>
    public void Sample(CheckRun run, int rows)
    {
        uint[] edges = [.. Posit16Edges.Codes];
        run.ForAll($"{name}, rows of edges", edges.Length, Codes, i => Wrong(edges[i]));
        run.ForAll($"{name}, random rows", rows, Codes, i => Wrong((uint)run.RandomOf(name, i).Next(Codes)));
    }

    /// <summary>Looks at rows 0…<paramref name="rows"/>−1 except those that an earlier run found right, and notes those it does.</summary>
    /// <param name="run">The run; the log is in its folder.</param>
    /// <param name="key">Everything that the outcome depends on: a different key starts a log of its own.</param>
    /// <param name="rows">How many.</param>
    public void Exhaust(CheckRun run, string key, int rows = Codes)
    {
        using var log = new ResumeLog(run.Folder, $"p16-{name}-{key}");
        run.ForAll($"{name}, every pair", rows, Codes, a => log.Once(a, () => Wrong((uint)a)));
    }

    private string? Wrong(uint a)
    {
        ushort[] results = new ushort[Codes];
        ushort[] references = new ushort[Codes];
        actual(a, results);
        expected(a, references);
        int b = results.AsSpan().CommonPrefixLength(references);
        return b == Codes
            ? null
            : $"{Hex.Of(Format, a)} {symbol} {Hex.Of(Format, (uint)b)} is {Hex.Of(Format, results[b])}, should be {Hex.Of(Format, references[b])}";
    }
}
