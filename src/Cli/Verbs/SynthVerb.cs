using System.CommandLine;
using XrNpe.Coproc;
using XrNpe.Rtlgen;
using XrNpe.Synth;
using XrNpe.Vio;

namespace XrNpe.Cli;

/// <summary><c>xrnpe synth</c>: area, delay and FPGA resources of the generated Verilog.</summary>
internal static class SynthVerb
{
    private const string Both = "both";

    /// <summary>The verb.</summary>
    public static Command Create(ToolConsole console)
    {
        var unit = new Option<string>("--unit") { Description = "What to synthesize: coproc, mac or rmmec.", DefaultValueFactory = _ => NameOption.Text(Unit.Mac), HelpName = "U" };
        var liberty = new Option<string>("--liberty") { Description = "Liberty file of the standard cells.", DefaultValueFactory = _ => SynthesisOptions.DefaultLiberty, HelpName = "F" };
        var mode = new Option<string>("--mode") { Description = "Optimize for area, delay, or both in turn.", DefaultValueFactory = _ => Both, HelpName = "M" };
        var effort = new Option<string>("--effort") { Description = "quick, normal or high: how many ways through the flow are tried; the best counts.", DefaultValueFactory = _ => NameOption.Text(SynthesisEffort.Normal), HelpName = "E" };
        var clock = new Option<double>("--clock") { Description = "Delay that is enough, in ns: of the circuits that reach it the smallest is taken. [default: the fastest is]", HelpName = "NS", DefaultValueFactory = _ => 0 };
        var timeout = new Option<int>("--timeout") { Description = "Seconds that one run of a tool may take.", DefaultValueFactory = _ => (int)new SynthesisOptions().TimeLimit.TotalSeconds, HelpName = "S" };
        var plot = new Option<string?>("--plot") { Description = "Draw the area of each module into an .svg or .png.", HelpName = "FILE" };
        var netlist = new Option<string?>("--netlist") { Description = "Write the flattened netlist; of the area run with --mode both.", HelpName = "F.v" };
        var study = new Option<bool>("--study") { Description = "Synthesize all that docs/hardware.md has tables of, and fill them in --out." };
        var document = new Option<string>("--out") { Description = "With --study: the document; its plot is written beside it, into images/.", DefaultValueFactory = _ => "docs/hardware.md", HelpName = "FILE" };
        var json = new Option<bool>("--json") { Description = "Print one JSON object." };
        var config = new ConfigOptions();
        var command = new VerbCommand(
            "synth",
            "Synthesize: area by module and in all, critical path, LUTs and flip-flops.",
            "xrnpe synth",
            "xrnpe synth --unit rmmec --set exponents=cells --plot rmmec.svg",
            "xrnpe synth --mode delay --clock 3.5 --netlist mac.v --json") { unit, liberty, mode, effort, clock, timeout, plot, netlist, study, document, json };
        config.AddTo(command);
        command.SetAction(parsed =>
        {
            string? plotFile = parsed.GetValue(plot), netlistFile = parsed.GetValue(netlist);
            if (plotFile is not null) SynthPlot.Check(plotFile);
            if (netlistFile is not null) OutputFile.Check(netlistFile);
            if (parsed.GetValue(study)) return Study(console, parsed.GetValue(document)!, Options());
            CoprocConfig chosen = config.Get(parsed);
            var design = Design.Of(chosen, NameOption.Parse<Unit>("--unit", parsed.GetValue(unit)!));
            SynthesisReport report = Progress.Run(console, tell => Synthesizer.Run(design, Options(), (what, done, all) => tell($"synthesis: {what}", (double)done / all)));
            if (netlistFile is not null) OutputFile.WriteText(netlistFile, report.Cells[0].Netlist);
            if (plotFile is not null) SynthPlot.Write(plotFile, report, chosen.Name);
            if (parsed.GetValue(json)) console.Out.WriteLine(SynthOutput.Json(report, chosen));
            else SynthOutput.Text(console.Out, report);
            return ExitCode.Done;

            SynthesisOptions Options()
            {
                if (parsed.GetValue(timeout) <= 0) throw new InputException("--timeout is a number of seconds, 1 or more");
                string modes = parsed.GetValue(mode)!;
                return new SynthesisOptions
                {
                    Liberty = parsed.GetValue(liberty)!,
                    Modes = modes == Both ? [SynthesisMode.Area, SynthesisMode.Delay] : [ModeOf(modes)],
                    Effort = NameOption.Parse<SynthesisEffort>("--effort", parsed.GetValue(effort)!),
                    EnoughNanoseconds = parsed.GetValue(clock),
                    TimeLimit = TimeSpan.FromSeconds(parsed.GetValue(timeout)),
                };
            }
        });
        return command;
    }

    private static int Study(ToolConsole console, string document, SynthesisOptions options)
    {
        OutputFile.Check(document);
        string before = File.Exists(document) ? File.ReadAllText(document) : "";
        string[] names = [.. HardwareStudy.TableNames, SynthPlot.DepthsName];
        if (MarkedDocument.FirstMissing(before, names) is { } missing)
        {
            throw new InputException($"{document} has no place for the table {missing}: it must have the lines {MarkedDocument.Begin(missing)} and {MarkedDocument.End(missing)}");
        }

        StudyResult result = Progress.Run(console, tell => HardwareStudy.Run(options, (what, done, all) => tell($"study: {what}", (double)done / all)));
        var texts = new Dictionary<string, string>(result.Tables, StringComparer.Ordinal) { [SynthPlot.DepthsName] = SynthPlot.WriteDepths(document, result.Depths) };
        string after = MarkedDocument.Fill(before, texts);
        OutputFile.WriteText(document, after);
        console.Out.WriteLine($"{texts.Count} tables and plots in {document}{(after == before ? ", unchanged" : "")}");
        return ExitCode.Done;
    }

    private static SynthesisMode ModeOf(string text) => Enum.GetValues<SynthesisMode>().Where(mode => NameOption.Text(mode) == text).Select(mode => (SynthesisMode?)mode).FirstOrDefault()
        ?? throw new InputException($"--mode {InputException.Quote(text)} is unknown: area, delay, both");
}
