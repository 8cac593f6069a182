using System.Text;

namespace XrNpe.Synth;

/// <summary>Writes the scripts of yosys. All names in them are relative to the folder in which yosys runs.</summary>
internal static class YosysScript
{
    /// <summary>The Liberty file.</summary>
    public const string Liberty = "liberty.lib";

    /// <summary>What abc takes as driver of inputs and load of outputs.</summary>
    public const string Constraints = "abc.constr";

    /// <summary>Where the statistics go.</summary>
    public const string Statistics = "cells.stat";

    /// <summary>Where the statistics before mapping go: they know the memories.</summary>
    public const string EarlyStatistics = "memories.stat";

    /// <summary>Where the netlist goes.</summary>
    public const string Netlist = "netlist.v";

    /// <summary>Where the netlist goes that OpenSTA reads: a port for each bit.</summary>
    public const string TimingNetlist = "timing.v";

    /// <summary>Where the sources are.</summary>
    public const string Sources = "rtl";

    /// <summary>The module that the flow maps onto full adders.</summary>
    public const string FullAdder = "xrnpe_full_adder";

    private const string Prefix = "xrnpe_";
    private const string Write = "write_verilog -noattr -noexpr -nohex -nodec";

    private static readonly string[] MemoryParameters =
    [
        "MEMID", "SIZE", "ABITS", "WIDTH", "OFFSET", "INIT", "RD_PORTS", "RD_WIDE_CONTINUATION", "RD_CLK_ENABLE", "RD_CLK_POLARITY", "RD_TRANSPARENCY_MASK",
        "RD_COLLISION_X_MASK", "RD_CE_OVER_SRST", "RD_INIT_VALUE", "RD_ARST_VALUE", "RD_SRST_VALUE", "WR_PORTS", "WR_WIDE_CONTINUATION", "WR_CLK_ENABLE",
        "WR_CLK_POLARITY", "WR_PRIORITY_MASK",
    ];

    /// <summary>What memories become: a module without contents.</summary>
    public const string Memory = "xrnpe_memory";

    /// <summary>The standard-cell flow.</summary>
    public static string Cells(Design design, Variant variant, CellLibrary library, bool flatten)
    {
        var script = new StringBuilder();
        Front(script, design, flatten);
        script.AppendLine("techmap -map fa_cells.v");
        bool prefix = variant.Adders is AdderStyle.Prefix or AdderStyle.PrefixGates;
        if (!prefix) script.AppendLine("techmap -map adder_ripple.v");
        Simplify(script);
        if (variant.Adders == AdderStyle.Extracted)
        {
            script.AppendLine("techmap -map full_adder_gates.v; techmap; opt -fast; extract_fa -fa; clean; techmap -map fa_cells.v");
            Simplify(script);
        }

        GatesWhereHalf(script);
        if (prefix) script.AppendLine("techmap -map adder_prefix.v");
        bool cells = library.FullAdder is not null && variant.Adders != AdderStyle.PrefixGates;
        script.AppendLine(cells ? "techmap -map full_adder_cell.v" : "techmap -map full_adder_gates.v");
        script.AppendLine("techmap; opt -fast");
        script.AppendLine($"dfflibmap -liberty {Liberty}; opt_clean");
        string delay = variant.Mode == SynthesisMode.Delay ? " -D 1" : "";
        string driven = variant is { Mode: SynthesisMode.Delay, Driven: true } && library.Driver is not null ? $" -constr {Constraints}" : "";
        script.AppendLine($"abc -liberty {Liberty}{driven}{delay} -script {variant.Script}");

        // Memories have no cells; as modules without contents, and without parameters, every reader of netlists takes them.
        script.AppendLine("opt_clean -purge; setundef -zero");
        script.AppendLine($"chtype -set {Memory} t:$mem*");
        script.AppendLine($"setparam {string.Join(' ', MemoryParameters.Select(name => $"-unset {name}"))} t:{Memory}");
        script.AppendLine($"tee -q -o {Statistics} stat; {Write} {Netlist}");

        // OpenSTA reads no concatenation on the left of an assignment.
        script.AppendLine("splitnets -ports; opt_clean -purge");

        // Registers are named after what they hold, for whoever reads of a critical path.
        string flipFlops = string.Join(' ', library.Cells.Values.Where(cell => cell.IsFlipFlop).Select(cell => $"t:{cell.Name}"));
        script.AppendLine($"read_liberty -lib -ignore_miss_func {Liberty}; rename -wire -suffix _reg {flipFlops}; rename -enumerate");
        script.AppendLine($"{Write} {TimingNetlist}");
        return script.ToString();
    }

    /// <summary>The FPGA flow, comparable with others': no wide multiplexers, no DSP blocks.</summary>
    public static string Fpga(Design design, bool flatten) =>
        $"""
        read_verilog {Sources}/*.v
        hierarchy -check -top {design.Top}
        {Keep(design, flatten)}
        synth_xilinx -family xcup -nowidelut -nodsp -top {design.Top} -flatten
        tee -q -o {Statistics} stat

        """;

    /// <summary>
    /// Which modules stay modules. Helpers with parameters never do: on their own they would not know which of their inputs are constant.
    /// </summary>
    private static string Keep(Design design, bool flatten) =>
        string.Join("; ", (flatten ? design.Repeated : [Prefix + "*"]).Select(name => $"setattr -mod -set keep_hierarchy 1 {name}"));

    private static void Front(StringBuilder script, Design design, bool flatten)
    {
        script.AppendLine($"read_verilog full_adder.v; read_verilog -nooverwrite {Sources}/*.v; hierarchy -check -top {design.Top}; proc");
        script.AppendLine($"tee -q -o {EarlyStatistics} stat");
        script.AppendLine(Keep(design, flatten));
        script.AppendLine("flatten; hierarchy");
        script.AppendLine("opt_expr; opt_clean; opt -nodffe -nosdff; opt; wreduce; peepopt; opt_clean; alumacc; share; opt; memory -nomap; opt_clean");
        script.AppendLine("maccmap; opt -fast -full; opt -full");
    }

    /// <summary>Full adders with constant inputs are none; what comes of one may make the next one's inputs constant.</summary>
    private static void Simplify(StringBuilder script)
    {
        script.AppendLine("opt -fast");
        for (int i = 0; i < 3; i++) script.AppendLine("techmap -map full_adder_simplify.v; opt -fast");
        script.AppendLine("techmap t:$alu %n; opt -fast; techmap -map full_adder_simplify.v; opt -fast; techmap t:$alu %n; opt -fast; opt_clean -purge");
    }

    /// <summary>A full adder of which one output is unused is smaller out of gates.</summary>
    private static void GatesWhereHalf(StringBuilder script)
    {
        const string Pins = "[sum_o,carry_o]";
        script.AppendLine("splitnets; opt_clean -purge");
        script.AppendLine($"select -set adders t:{FullAdder}");
        script.AppendLine($"select -set read t:* %ci1:-{FullAdder}{Pins} w:* %i o:* %u");
        script.AppendLine($"select -set half @adders %co1:+{FullAdder}{Pins} w:* %i @read %d %ci1 @adders %i");
        script.AppendLine("techmap -map full_adder_gates.v @half");
    }
}
