using XrNpe.Coproc;
using XrNpe.Rtlgen;

namespace XrNpe.Synth;

/// <summary>Runs a MAC's netlist, with the library's cell models, in Icarus Verilog under the MAC's own test bench.</summary>
public static class GateSimulation
{
    private const string Binary = "gates.vvp", Netlist = "xrnpe_mac_gates.v";

    /// <summary>What a bench prints first when all is well.</summary>
    private const string Pass = "PASS";

    /// <summary>Runs it.</summary>
    /// <param name="config">What the MAC was generated from.</param>
    /// <param name="netlist">Its netlist, out of cells of the default library.</param>
    /// <param name="sequence">What it is fed and must answer.</param>
    /// <param name="limit">How long it may take.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>Null when every result is right and on time; else what is wrong.</returns>
    /// <exception cref="SynthesisToolMissingException">Icarus Verilog or the library is not installed.</exception>
    /// <exception cref="TimeoutException">It took too long.</exception>
    public static string? Wrong(CoprocConfig config, string netlist, MacSequence sequence, TimeSpan limit, CancellationToken cancellation = default)
    {
        CellModels.Require();
        using var folder = new WorkFolder();
        List<string> sources = [CellModels.Path, Netlist];
        folder.Write(Netlist, GateNetlist.Wrapped(config, netlist));
        foreach (GeneratedFile file in MacBench.Generate(config, sequence).Concat(Wrappers(config)))
        {
            folder.Write(file.Path, file.Text);
            if (file.Path.EndsWith(".v", StringComparison.Ordinal)) sources.Add(file.Path);
        }

        ToolOutcome compiled = SynthesisTool.Iverilog.Run(folder.Path, ["-g2005-sv", "-s", MacBench.Top, "-o", Binary, .. sources], limit, cancellation);
        if (compiled.ExitCode != 0) return $"iverilog: {compiled.Problem}";
        ToolOutcome outcome = SynthesisTool.Vvp.Run(folder.Path, ["-n", Binary], limit, cancellation);
        return outcome.ExitCode == 0 && outcome.Text.StartsWith(Pass, StringComparison.Ordinal) ? null : outcome.Text.Split('\n')[0];
    }

    /// <summary>What stands around the MAC in its bench and is no part of the netlist.</summary>
    private static IEnumerable<GeneratedFile> Wrappers(CoprocConfig config) =>
        Generator.Generate(config, Unit.Mac).Where(file => file.Path == "xrnpe_mac_lane.v");
}
