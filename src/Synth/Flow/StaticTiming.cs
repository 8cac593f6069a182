using System.Globalization;
using System.Text.RegularExpressions;

namespace XrNpe.Synth;

/// <summary>Static timing analysis by OpenSTA: no wires, ideal clock and inputs, reset left out.</summary>
internal static partial class StaticTiming
{
    private const string Script = "timing.tcl";
    private const double Period = 1000;

    /// <summary>Measures the netlist in a folder.</summary>
    public static Timing Measure(WorkFolder folder, string top, TimeSpan limit, CancellationToken cancellation)
    {
        folder.Write(Script, Tcl(top));
        ToolOutcome outcome = SynthesisTool.Sta.Run(folder.Path, ["-no_splash", "-no_init", "-exit", Script], limit, cancellation);
        if (outcome.ExitCode != 0 || ErrorLine().IsMatch(outcome.Text)) throw new SynthesisFailedException(SynthesisTool.Sta.Program, outcome.Problem);
        return Read(outcome.Text);
    }

    /// <summary>Reads what the script printed.</summary>
    public static Timing Read(string text)
    {
        string[] parts = text.Split("@@");
        return new Timing(Path(parts.FirstOrDefault(part => part.StartsWith("registers", StringComparison.Ordinal))), Path(parts.FirstOrDefault(part => part.StartsWith("any", StringComparison.Ordinal))));
    }

    private static string Tcl(string top) => string.Create(
        CultureInfo.InvariantCulture,
        $$"""
        read_liberty {{YosysScript.Liberty}}
        read_verilog {{YosysScript.TimingNetlist}}
        link_design {{top}}
        if {[llength [get_ports -quiet clk_i]]} { create_clock -name c -period {{Period}} [get_ports clk_i] } else { create_clock -name c -period {{Period}} }
        foreach p [all_inputs] {
          if {[get_name $p] ne "clk_i" && [get_name $p] ne "rst_ni"} { set_input_delay 0 -clock c $p }
        }
        set_output_delay 0 -clock c [all_outputs]
        if {[llength [get_ports -quiet rst_ni]]} { set_false_path -from [get_ports rst_ni] }
        puts "@@registers"
        if {[llength [all_registers -clock_pins]]} {
          report_checks -path_delay max -from [all_registers -clock_pins] -to [all_registers -data_pins] -digits 4 -fields {slew fanout}
        }
        puts "@@any"
        report_checks -path_delay max -digits 4 -fields {slew fanout}
        """);

    private static TimingPath? Path(string? report)
    {
        if (report is null || Slack().Match(report) is not { Success: true } slack) return null;
        string[] steps = [.. report.Split('\n').Select(line => line.TrimEnd()).Where(line => Step().IsMatch(line))];
        return new TimingPath(
            Math.Round(Period - double.Parse(slack.Groups[1].Value, CultureInfo.InvariantCulture), 4),
            Start().Match(report).Groups[1].Value,
            End().Match(report).Groups[1].Value,
            steps);
    }

    [GeneratedRegex(@"^Error", RegexOptions.Multiline)]
    private static partial Regex ErrorLine();

    [GeneratedRegex(@"^\s*(-?[0-9.]+)\s+slack", RegexOptions.Multiline)]
    private static partial Regex Slack();

    [GeneratedRegex(@"^Startpoint: (\S+)", RegexOptions.Multiline)]
    private static partial Regex Start();

    [GeneratedRegex(@"^Endpoint: (\S+)", RegexOptions.Multiline)]
    private static partial Regex End();

    [GeneratedRegex(@"^\s+[-0-9.]+.*[\^v] .* \(.+\)$")]
    private static partial Regex Step();
}
