using XrNpe.Verify;

namespace XrNpe.Proof;

/// <summary>Verilog to an and-inverter graph, by yosys.</summary>
internal static class Netlist
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    /// <summary>Reads Verilog with one clock, or none. Undriven signals and registers without reset are free.</summary>
    /// <param name="folder">Folder with all <c>*.v</c> files of the design, and for scratch.</param>
    /// <param name="top">The top module.</param>
    /// <param name="defines">Macros.</param>
    /// <param name="only">Parts of names, one of which the one assertion to keep has; empty for none.</param>
    /// <exception cref="ProofException">yosys does not take it.</exception>
    public static Aiger Of(string folder, string top, IEnumerable<string> defines, params IReadOnlyList<string> only)
    {
        string macros = string.Concat(defines.Select(name => $" -D{name}"));
        string delete = "delete t:$assert" + string.Concat(only.Select(part => $" c:*{part}* %d"));
        string script =
            $"""
            read_verilog -formal{macros} *.v
            hierarchy -check -top {top}
            proc
            flatten
            opt -full
            {delete}
            async2sync
            chformal -assume -early
            memory_map
            opt
            techmap
            opt -fast
            dffunmap
            setundef -undriven -anyseq
            abc -g AND -fast
            opt_clean
            write_aiger -zinit -symbols {top}.aig

            """;
        File.WriteAllText(Path.Combine(folder, "netlist.ys"), script);
        ToolOutcome outcome = ExternalTool.Run("yosys", folder, ["-q", "netlist.ys"], Limit);
        if (outcome.IsTimeout) throw new ProofException($"yosys takes more than {Limit.TotalMinutes} minutes for {top}");
        if (outcome.ExitCode != 0) throw new ProofException($"yosys: {outcome.Text.Trim()}");
        Aiger graph = Aiger.Load(Path.Combine(folder, top + ".aig"));
        return graph.Bad.Count == Math.Min(1, only.Count) ? graph : throw new ProofException($"{top} has {graph.Bad.Count} assertions");
    }
}
