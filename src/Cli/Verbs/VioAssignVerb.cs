using System.CommandLine;
using System.Globalization;
using System.Text;
using XrNpe.Coproc;
using XrNpe.Vio;

namespace XrNpe.Cli;

/// <summary><c>xrnpe vio assign</c>: a format for each layer, within a budget.</summary>
internal static class VioAssignVerb
{
    /// <summary>The verb.</summary>
    public static Command Create(ToolConsole console)
    {
        var source = new VioOptions();
        var cycles = new Option<string?>("--budget-cycles") { Description = "Most cycles of a frame pair: a number, or a share of what p16 takes, such as 50%.", HelpName = "B" };
        var bytes = new Option<string?>("--budget-bytes") { Description = "Most bytes that a frame pair moves: likewise.", HelpName = "B" };
        var points = new Option<int>("--points") { Description = "Assignments of the Pareto front to try, not only expect.", DefaultValueFactory = _ => 8, HelpName = "N" };
        var output = new Option<string?>("--output", "-o") { Description = "Write the assignment; edit it, and give it as --precision.", HelpName = "F.json" };
        var plot = new Option<string?>("--plot") { Description = "Draw the Pareto front.", HelpName = "F.svg" };
        var json = new Option<bool>("--json") { Description = "Print one JSON object." };
        var config = new ConfigOptions();
        var command = new VerbCommand(
            "assign",
            "Choose a format for each layer: the smallest error within a budget of cycles, bytes or both.",
            "xrnpe vio assign --network ulvio --weights ulvio.safetensors --data kitti --sequence 06 --budget-cycles 40% -o mixed.json --plot front.svg",
            "xrnpe vio assign --network net.onnx --data kitti --sequence 06 --budget-bytes 3000000 --json");
        source.AddTo(command);
        foreach (Option option in (Option[])[cycles, bytes, points, output, plot, json]) command.Add(option);
        config.AddTo(command);
        command.SetAction(parsed =>
        {
            CoprocConfig hardware = config.Get(parsed);
            Func<long, long>? mostCycles = Budget("--budget-cycles", parsed.GetValue(cycles)), mostBytes = Budget("--budget-bytes", parsed.GetValue(bytes));
            if (parsed.GetValue(points) < 1) throw new InputException("--points is a number from 1 on");
            string? file = parsed.GetValue(output), drawing = parsed.GetValue(plot);
            if (file is not null) OutputFile.Check(file);
            if (drawing is not null) OutputFile.Check(drawing);
            VioExperiment experiment = source.Open(parsed);
            PrecisionSearchResult result = Progress.Run(console, report => PrecisionSearch.Run(experiment, hardware, mostCycles, mostBytes, parsed.GetValue(points), report));
            if (file is not null) OutputFile.Write(file, stream => stream.Write(Encoding.UTF8.GetBytes(result.Chosen.Assignment.ToJson(experiment.Model.Network.Name))));
            if (drawing is not null) OutputFile.Write(drawing, stream => stream.Write(Encoding.UTF8.GetBytes(ParetoPlot.Svg(result))));
            if (parsed.GetValue(json)) console.Out.WriteLine(VioAssignOutput.Json(experiment, result, hardware));
            else VioAssignOutput.Text(console.Out, experiment, result, hardware);
            return ExitCode.Done;
        });
        return command;
    }

    private static Func<long, long>? Budget(string option, string? text)
    {
        if (text is null) return null;
        bool share = text.EndsWith('%');
        if (!double.TryParse(share ? text[..^1] : text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) || !(value > 0))
        {
            throw new InputException($"{option} {InputException.Quote(text)} is neither a number above 0 nor a share such as 50%");
        }

        const double Percent = 100;
        return share ? all => (long)(all * value / Percent) : _ => (long)Math.Min(value, long.MaxValue / 2);
    }
}
