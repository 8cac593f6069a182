using XrNpe.Verify;

namespace XrNpe.Proof;

/// <summary>What a prover says.</summary>
public enum Verdict
{
    /// <summary>It holds.</summary>
    Proven,

    /// <summary>There is a counterexample.</summary>
    Failed,

    /// <summary>The prover gave up.</summary>
    Undecided,
}

/// <summary>The prover: <c>berkeley-abc</c>.</summary>
internal static class Abc
{
    /// <summary>The program, and its Debian package.</summary>
    public const string Program = "berkeley-abc";

    private const int Seconds = 240;

    /// <summary>Whether a literal of a graph can become 1: by SAT when the graph has no latches, else by property-directed reachability.</summary>
    public static Verdict Prove(string folder, Aiger graph, uint bad)
    {
        graph.Write(Path.Combine(folder, "proof.aig"), bad);
        string fold = graph.Constraints.Count > 0 ? "fold; " : "";
        string prove = graph.Latches.Count > 0 ? $"scleanup; pdr -T {Seconds}" : "iprove";
        ToolOutcome outcome = ExternalTool.Run(Program, folder, ["-c", $"read_aiger proof.aig; {fold}strash; {prove}"], TimeSpan.FromSeconds(Seconds + 60));
        string text = outcome.Text;
        bool Says(string words) => text.Contains(words, StringComparison.Ordinal);
        if (Says("Property proved") || Says("UNSATISFIABLE")) return Verdict.Proven;
        return Says("was asserted in frame") || Says("SATISFIABLE") ? Verdict.Failed : Verdict.Undecided;
    }
}
