using XrNpe.Arith;
using XrNpe.Coproc;
using XrNpe.Rtlgen;

namespace XrNpe.Synth.Tests;

/// <summary>Real runs of the tools, on what is small.</summary>
public sealed class SynthesisTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);
    private static readonly CoprocConfig SmallMac = Presets.Tiny with { Name = "fp4", Pipeline = 1, Formats = [NumberFormat.Fp4] };

    /// <summary>Two sums of four bits, one of them of three operands, and a register: carries, a constant, a reset.</summary>
    private static Design Adder { get; } = new("adder",
    [
        new GeneratedFile("adder.v", """
            module adder (input wire clk_i, input wire rst_ni, input wire [3:0] a_i, input wire [3:0] b_i, input wire [3:0] c_i, output reg [5:0] sum_o, output wire [4:0] one_o);
              always @(posedge clk_i) sum_o <= rst_ni ? {2'd0, a_i} + {2'd0, b_i} + {2'd0, c_i} : 6'd0;
              assign one_o = {1'b0, a_i} + 5'd1;
            endmodule
            """),
    ]);

    [Fact]
    public void The_default_library_adds_with_its_full_adders_and_is_timed()
    {
        RequireLibrary();
        SynthesisReport report = Run(Adder, new SynthesisOptions { TimeLimit = Limit });
        CellFigures area = report.Of(SynthesisMode.Area)!, delay = report.Of(SynthesisMode.Delay)!;
        Assert.Equal("FAX1", report.FullAdderCell);
        Assert.InRange(area.FullAdders, 5, 8);
        Assert.Equal(6, area.FlipFlops);
        Assert.Equal(area.Cells.GetValueOrDefault("FAX1"), area.FullAdders);
        Assert.Equal(area.Area / 24, area.GateEquivalents, 6);
        Assert.True(area.Area <= delay.Area);
        Assert.Equal(6, report.Fpga!.FlipFlops);
        Assert.InRange(report.Fpga.Luts, 5, 40);
        Assert.Equal("adder", Assert.Single(report.Modules).Name);
        if (SynthesisTool.Sta.IsInstalled)
        {
            Assert.InRange(delay.Timing!.Any!.Nanoseconds, 0.2, 5);
            Assert.Null(delay.Timing.RegisterToRegister);
        }
        else
        {
            Assert.Null(delay.Timing);
        }
    }

    [Theory]
    [InlineData(TinyLibrary.FullAdder, true)]
    [InlineData("", false)]
    public void Another_library_works_with_a_full_adder_and_without(string cells, bool adds)
    {
        using var library = new TinyLibrary(cells);
        SynthesisReport report = Run(Adder, new SynthesisOptions { Liberty = library.Path, Modes = [SynthesisMode.Area], Fpga = false, ByModule = false, TimeLimit = Limit });
        Assert.Equal(adds ? "ADD3" : null, report.FullAdderCell);
        Assert.Equal(adds, report.Cells[0].FullAdders > 0);
        Assert.Equal(6, report.Cells[0].FlipFlops);
        Assert.Equal(2, report.GateArea);
        Assert.Null(report.Cells[0].Timing);
        Assert.StartsWith(SynthesisTool.Sta.IsInstalled ? "not measured: sta failed: " : "not measured: sta is not installed", report.Cells[0].TimingProblem, StringComparison.Ordinal);
        Assert.Subset(new HashSet<string>(["ND2", "NR2", "IV", "DF", "ADD3"]), new HashSet<string>(report.Cells[0].Cells.Keys));
    }

    [Fact]
    public void Netlists_of_a_small_MAC_answer_as_the_golden_model_and_a_wrong_one_does_not()
    {
        RequireLibrary();
        if (!SynthesisTool.Iverilog.IsInstalled) Assert.Skip("iverilog is not installed");
        SynthesisReport report = Run(
            Design.Of(SmallMac, Unit.Mac), new SynthesisOptions { Effort = SynthesisEffort.Quick, Fpga = false, ByModule = false, TimeLimit = Limit });
        var sequence = MacSequence.Create(SmallMac, seed: 1, cycles: 300);
        foreach (CellFigures cells in report.Cells)
        {
            Assert.Null(GateSimulation.Wrong(SmallMac, cells.Netlist, sequence, Limit, TestContext.Current.CancellationToken));
        }

        string broken = report.Cells[0].Netlist.Replace("  AOI21X1 ", "  OAI21X1 ", StringComparison.Ordinal);
        Assert.NotEqual(broken, report.Cells[0].Netlist);
        Assert.NotNull(GateSimulation.Wrong(SmallMac, broken, sequence, Limit, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_MAC_moves_more_when_words_come()
    {
        RequireLibrary();
        if (!SynthesisTool.Iverilog.IsInstalled) Assert.Skip("iverilog is not installed");
        IReadOnlyList<ActivityFigures> activity = Activity.Measure(SmallMac, Limit, TestContext.Current.CancellationToken);
        Assert.Equal([NumberFormat.Fp4, null], activity.Select(figures => figures.Mode));
        Assert.InRange(activity[1].TogglesPerCycle, 1, activity[0].TogglesPerCycle * 0.8);
        Assert.All(activity, figures => Assert.InRange(figures.TogglesPerCycle, 1, figures.Nets));
        Assert.Contains("xrnpe_accumulate", activity[0].ByModule.Keys);
    }

    [Fact]
    public void A_tool_that_takes_too_long_is_ended()
    {
        RequireLibrary();
        var options = new SynthesisOptions { Modes = [SynthesisMode.Area], Fpga = false, ByModule = false, TimeLimit = TimeSpan.FromMilliseconds(1) };
        var exception = Assert.Throws<TimeoutException>(() => Run(Adder, options));
        Assert.Contains("yosys did not end within", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_Verilog_fails_with_yosys_own_words()
    {
        RequireLibrary();
        var design = new Design("adder", [new GeneratedFile("adder.v", "module adder (input a); nonsense\nendmodule")]);
        var exception = Assert.Throws<SynthesisFailedException>(() => Run(design, new SynthesisOptions { TimeLimit = Limit }));
        Assert.StartsWith("yosys failed: ", exception.Message, StringComparison.Ordinal);
        Assert.Contains("rtl/adder.v", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_fast_circuits_the_smallest_that_is_fast_enough_counts()
    {
        CellFigures[] results = [Delay("fast", 3.0, 120), Delay("small", 3.4, 100), Delay("slow", 4.0, 80)];
        Assert.Equal("fast", Synthesizer.Best(SynthesisMode.Delay, results, 0)!.Variant);
        Assert.Equal("small", Synthesizer.Best(SynthesisMode.Delay, results, 3.5)!.Variant);
        Assert.Equal("fast", Synthesizer.Best(SynthesisMode.Delay, results, 2.5)!.Variant);
        Assert.Null(Synthesizer.Best(SynthesisMode.Area, results, 0));

        static CellFigures Delay(string name, double nanoseconds, double area) => new(
            SynthesisMode.Delay, name, area, area, 0, 0, new Dictionary<string, int>(), new Timing(null, new TimingPath(nanoseconds, "", "", [])), "", "");
    }

    private static SynthesisReport Run(Design design, SynthesisOptions options)
    {
        if (!SynthesisTool.Yosys.IsInstalled) Assert.Skip("yosys is not installed");
        return Synthesizer.Run(design, options, cancellation: TestContext.Current.CancellationToken);
    }

    private static void RequireLibrary()
    {
        if (!File.Exists(SynthesisOptions.DefaultLiberty)) Assert.Skip("qflow-tech-osu018 is not installed");
    }
}
