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
    private const int Frames = 20;
    private const int BmcSeconds = 10;

    /// <summary>Whether a literal of a graph can become 1: by SAT when the graph has no latches, else by property-directed reachability.</summary>
    public static Verdict Prove(string folder, Aiger graph, uint bad)
    {
        graph.Write(Path.Combine(folder, "proof.aig"), bad);
        string read = $"read_aiger proof.aig; {(graph.Constraints.Count > 0 ? "fold; " : "")}strash";
        if (graph.Latches.Count == 0) return Of(Run(folder, $"{read}; iprove"));

        // A counterexample that is near is found by unrolling, long before reachability has one.
        return Of(Run(folder, $"{read}; scleanup; bmc3 -F {Frames} -T {BmcSeconds}")) == Verdict.Failed
            ? Verdict.Failed
            : Of(Run(folder, $"{read}; scleanup; pdr -T {Seconds}"));
    }

    private static string Run(string folder, string script) => ExternalTool.Run(Program, folder, ["-c", script], TimeSpan.FromSeconds(Seconds + 60)).Text;

    private static Verdict Of(string text)
    {
        bool Says(string words) => text.Contains(words, StringComparison.Ordinal);
        if (Says("Property proved") || Says("UNSATISFIABLE")) return Verdict.Proven;
        return Says("was asserted in frame") || Says("SATISFIABLE") ? Verdict.Failed : Verdict.Undecided;
    }
}
