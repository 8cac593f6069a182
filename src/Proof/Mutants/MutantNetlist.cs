using System.Globalization;
using System.Numerics;
using XrNpe.Coproc;
using XrNpe.Rtlgen;
using XrNpe.Verify;

namespace XrNpe.Proof;

/// <summary>The netlist of <c>xrnpe_mac</c> with many mutants in it, each switched on by its number at one more input.</summary>
internal static class MutantNetlist
{
    /// <summary>Name of the input.</summary>
    public const string Select = "mutant";

    /// <summary>The top: a wrapper of the MAC, whose vector ports no mutant touches.</summary>
    public const string Top = "mutant_top";

    private const string Mac = "xrnpe_mac";
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    /// <summary>Reasons for what Verilator would say about a netlist that yosys wrote. UNOPTFLAT is not among them.</summary>
    private const string Waivers =
        """
        `verilator_config
        // yosys writes every wire that has a name, used or not.
        lint_off -rule UNUSEDSIGNAL -file "*"
        // The wrapper and the MAC are in one file.
        lint_off -rule DECLFILENAME -file "*"
        // yosys relies on Verilog's widening of operands.
        lint_off -rule WIDTH -file "*"

        """;

    /// <summary>Writes <c>mutant_top.v</c> and lint waivers into a folder.</summary>
    /// <param name="folder">An empty folder.</param>
    /// <param name="config">Configuration.</param>
    /// <param name="count">How many mutants.</param>
    /// <param name="seed">Seed of yosys's choice.</param>
    public static IReadOnlyList<Mutant> Write(string folder, CoprocConfig config, int count, int seed)
    {
        string source = Directory.CreateDirectory(Path.Combine(folder, "source")).FullName;
        string lane = "xrnpe_mac_lane.v";
        foreach (GeneratedFile file in Generator.Generate(config, Unit.Mac).Where(f => f.Path.EndsWith(".v", StringComparison.Ordinal) && f.Path != lane))
        {
            File.WriteAllText(Path.Combine(source, file.Path), file.Text);
        }

        IReadOnlyList<MacPort> ports = MacPorts.Of(config);
        string declared = string.Join(", ", ports.Select(p => string.Create(
            CultureInfo.InvariantCulture, $"{(p.IsOutput ? "output" : "input")} wire [{p.Width - 1}:0] {p.Name}")));
        string connected = string.Join(", ", ports.Select(p => $".{p.Name}({p.Name})"));
        File.WriteAllText(
            Path.Combine(source, Top + ".v"),
            $"""
            module {Top} (input wire clk_i, input wire rst_ni, {declared});
              {Mac} u_mac (.clk_i(clk_i), .rst_ni(rst_ni), {connected});
            endmodule

            """);

        // Single bits, or a vector of which one bit depends on another looks like a loop to Verilator.
        int width = BitOperations.Log2((uint)count) + 1;
        string script = string.Create(
            CultureInfo.InvariantCulture,
            $"""
            read_verilog *.v
            hierarchy -check -top {Top}
            proc
            setattr -mod -set keep_hierarchy 1 {Mac}
            flatten
            opt -full
            opt_clean -purge
            mutate -list {count} -seed {seed} -ctrl {Select} {width} 1 -o mutants.ys {Mac}
            script mutants.ys
            pmuxtree
            splitnets -ports {Mac}
            splitnets
            opt_clean
            write_verilog -noattr ../{Top}.v

            """);
        File.WriteAllText(Path.Combine(source, "mutate.ys"), script);
        ToolOutcome outcome = ExternalTool.Run("yosys", source, ["-q", "mutate.ys"], Limit);
        if (outcome.IsTimeout || outcome.ExitCode != 0) throw new ProofException($"yosys: {outcome.Text.Trim()}");
        File.WriteAllText(Path.Combine(folder, "mutants.vlt"), Waivers);
        return [.. File.ReadLines(Path.Combine(source, "mutants.ys")).Where(l => l.Length > 0).Select(Mutant.Parse)];
    }
}
