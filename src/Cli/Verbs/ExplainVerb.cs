using System.CommandLine;
using XrNpe.Coproc;

namespace XrNpe.Cli;

/// <summary><c>xrnpe explain</c>: a configuration in words.</summary>
internal static class ExplainVerb
{
    /// <summary>The verb.</summary>
    public static Command Create(ToolConsole console)
    {
        var json = new Option<bool>("--json") { Description = "Print one JSON object." };
        var config = new ConfigOptions();
        var command = new VerbCommand(
            "explain",
            "Say what a configuration is: array, buffers, bus, and multiply-accumulates a cycle.",
            "xrnpe explain --preset tiny",
            "xrnpe explain --config my.json --json") { json };
        config.AddTo(command);
        command.SetAction(parsed =>
        {
            CoprocConfig chosen = config.Get(parsed);
            if (parsed.GetValue(json)) console.Out.WriteLine(ExplainOutput.Json(chosen));
            else ExplainOutput.Text(console.Out, chosen);
            return ExitCode.Done;
        });
        return command;
    }
}
