using System.CommandLine;
using XrNpe.Measure;

namespace XrNpe.Cli;

/// <summary><c>xrnpe bench</c>: the golden model's kernels on this machine, beside the limit of its instructions.</summary>
internal static class BenchVerb
{
    /// <summary>The verb.</summary>
    public static Command Create(ToolConsole console)
    {
        var json = new Option<bool>("--json") { Description = "Print one JSON object." };
        var command = new VerbCommand(
            "bench",
            "Measure the golden model's kernels on one core of this machine, each beside what the bare instructions reach. Takes half a minute.",
            "xrnpe bench",
            "xrnpe bench --json") { json };
        command.SetAction(parsed =>
        {
            int done = 0;
            IReadOnlyList<Measurement> results = Progress.Run(console, report => SelfMeasurement.Run(
                measured => report(measured.Name, (double)++done / SelfMeasurement.Count)));
            if (parsed.GetValue(json)) console.Out.WriteLine(BenchOutput.Json(results));
            else BenchOutput.Text(console.Out, results);
            return ExitCode.Done;
        });
        return command;
    }
}
