using System.CommandLine;
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
        var budget = new BudgetOptions();
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
        budget.AddTo(command);
        foreach (Option option in (Option[])[output, plot, json]) command.Add(option);
        config.AddTo(command);
        command.SetAction(parsed =>
        {
            CoprocConfig hardware = config.Get(parsed);
            SearchRequest request = budget.Get(parsed);
            string? file = parsed.GetValue(output), drawing = parsed.GetValue(plot);
            if (file is not null) OutputFile.Check(file);
            if (drawing is not null) OutputFile.Check(drawing);
            VioExperiment experiment = source.Open(parsed);
            PrecisionSearchResult result = Progress.Run(console, report => PrecisionSearch.Run(experiment, hardware, request, report));
            if (file is not null) OutputFile.WriteText(file, result.Chosen.Assignment.ToJson(experiment.Model.Network.Name));
            if (drawing is not null) OutputFile.WriteText(drawing, ParetoPlot.Svg(result));
            if (parsed.GetValue(json)) console.Out.WriteLine(VioAssignOutput.Json(experiment, result, hardware));
            else VioAssignOutput.Text(console.Out, experiment, result, hardware);
            return ExitCode.Done;
        });
        return command;
    }
}
