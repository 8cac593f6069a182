using System.CommandLine;
using XrNpe.Coproc;
using XrNpe.Vio;

namespace XrNpe.Cli;

/// <summary><c>xrnpe vio report</c>: everything about a network on a sequence, as one page.</summary>
internal static class VioReportVerb
{
    private const string DefaultBudget = "50%";

    /// <summary>The verb.</summary>
    public static Command Create(ToolConsole console)
    {
        var source = new VioOptions();
        var sweep = new SweepOptions();
        var budget = new BudgetOptions(DefaultBudget);
        var noSearch = new Option<bool>("--no-search") { Description = "Leave out the search for a format for each layer." };
        var note = new Option<string?>("--note") { Description = "A sentence that readers must know, such as where the weights come from.", HelpName = "TEXT" };
        var output = new Option<string>("--output", "-o") { Description = "The page.", Required = true, HelpName = "F.html" };
        var config = new ConfigOptions();
        var command = new VerbCommand(
            "report",
            "Run all precisions and a search for a mix of them, and set trajectories, errors, cost and layers out on one HTML page.",
            "xrnpe vio report --network ulvio --weights ulvio.safetensors --data kitti --sequence 06 -o report.html",
            "xrnpe vio report --network ulvio-s --weights ulvio-s.safetensors --data world --sequence 00 --budget-cycles 40% -o report.html",
            "xrnpe vio report --network net.onnx --data kitti --sequence 06 --precision f32 --precision mixed.json --no-search -o report.html");
        source.AddTo(command);
        sweep.AddTo(command);
        budget.AddTo(command);
        foreach (Option option in (Option[])[noSearch, note, output]) command.Add(option);
        config.AddTo(command);
        command.SetAction(parsed =>
        {
            CoprocConfig hardware = config.Get(parsed);
            SearchRequest request = budget.Get(parsed);
            string page = parsed.GetValue(output)!;
            OutputFile.Check(page);
            VioExperiment experiment = source.Open(parsed);
            PrecisionAssignment?[] assignments = sweep.Assignments(parsed, experiment);
            string target = sweep.MakeFolder(parsed, experiment);
            VioReportData data = Interruptible.Run(
                $"what is predicted stands in {target}, and the same command goes on from there",
                cancel => Progress.Run(console, report => VioReportData.Gather(
                    experiment, assignments, parsed.GetValue(noSearch) ? null : request, hardware, target, report, cancel)));
            VioReport.Write(page, data, CommandText.Of("xrnpe vio report", parsed), parsed.GetValue(note));
            console.Out.WriteLine($"{experiment.Model.Network.Name} on sequence {experiment.Pairs.Sequence.Name} in {data.Runs.Count} precisions: {page}; predictions in {target}");
            return ExitCode.Done;
        });
        return command;
    }
}
