using System.CommandLine;
using XrNpe.Verify;
using XrNpe.Vio;

namespace XrNpe.Cli;

/// <summary><c>xrnpe verify</c>: the verification ladder.</summary>
internal static class VerifyVerb
{
    /// <summary>The verb.</summary>
    public static Command Create(ToolConsole console)
    {
        var level = new Option<string>("--level") { Description = "quick, full or exhaustive.", DefaultValueFactory = _ => NameOption.Text(VerifyLevel.Quick), HelpName = "L" };
        var only = new Option<string?>("--only") { Description = $"Run one check: {string.Join(", ", Ladder.CheckNames)}.", HelpName = "CHECK" };
        var seed = new Option<int>("--seed") { Description = "Seed of everything random.", DefaultValueFactory = _ => new LadderOptions().Seed, HelpName = "N" };
        var json = new Option<bool>("--json") { Description = "Print one JSON object." };
        var command = new VerbCommand(
            "verify",
            "Verify formats, fast paths, modules and co-processor, from exhaustive references up to the RTL.",
            "xrnpe verify",
            "xrnpe verify --level full --json",
            $"xrnpe verify --only {Ladder.CheckNames[0]} --seed 7") { level, only, seed, json };
        command.SetAction(parsed =>
        {
            var options = new LadderOptions
            {
                Level = NameOption.Parse<VerifyLevel>("--level", parsed.GetValue(level)!),
                Only = parsed.GetValue(only),
                Seed = parsed.GetValue(seed),
            };
            if (options.Only is { } name && !Ladder.CheckNames.Contains(name))
            {
                throw new InputException($"--only {InputException.Quote(name)} is unknown: {string.Join(", ", Ladder.CheckNames)}");
            }

            IReadOnlyList<CheckResult> results = Progress.Run(console, report => Ladder.Run(options, new Reporter(report)));
            if (parsed.GetValue(json)) console.Out.WriteLine(VerifyOutput.Json(options, results));
            else VerifyOutput.Table(console.Out, results);
            VerifyOutput.Problems(console.Error, results);
            return ExitCodeOf(results);
        });
        return command;
    }

    /// <summary>What could not run is not verified, so that is no success either.</summary>
    private static int ExitCodeOf(IReadOnlyList<CheckResult> results)
    {
        if (results.Any(result => result.Outcome == CheckOutcome.Failed)) return ExitCode.Failed;
        return results.Any(result => result.Outcome == CheckOutcome.NotRun) ? ExitCode.BadInput : ExitCode.Done;
    }

    /// <summary>Shows progress at once, from whichever thread reports it; <see cref="Progress{T}"/> would queue it.</summary>
    private sealed class Reporter(Action<string, double> report) : IProgress<LadderProgress>
    {
        public void Report(LadderProgress value) => report($"{value.Rung} {value.Check}: {value.Part}", (double)value.Done / value.Total);
    }
}
