using System.Globalization;
using XrNpe.Verify;

namespace XrNpe.Proof;

/// <summary><c>xrnpe-proof formal</c>: a line for each proof, and an exit code.</summary>
internal static class FormalCommand
{
    public static int Run(string? only)
    {
        foreach (string tool in FormalRun.Tools.Where(tool => !ExternalTool.IsInstalled(tool)))
        {
            Console.Error.WriteLine($"xrnpe-proof: {tool} is not installed: apt-get install {tool}");
            return ExitCode.Unusable;
        }

        if (only is not null && !FormalRun.Names.Any(name => name.StartsWith(only, StringComparison.Ordinal)))
        {
            Console.Error.WriteLine($"xrnpe-proof: no proof is named \"{only}\": {string.Join("; ", FormalRun.Names)}");
            return ExitCode.Unusable;
        }

        int width = FormalRun.Names.Max(name => name.Length);
        Console.WriteLine($"{"proof".PadRight(width)}  {"verdict",-9}  {"expected",-8}  seconds  method      claim");
        IReadOnlyList<ProofResult> results = FormalRun.Run(only, result =>
        {
            string expected = result.Name.EndsWith(", broken", StringComparison.Ordinal) ? "FAILED" : "PROVEN";
            string seconds = result.Seconds.ToString("F1", CultureInfo.InvariantCulture).PadLeft(7);
            string verdict = result.Verdict.ToString().ToUpperInvariant();
            Console.WriteLine($"{result.Name.PadRight(width)}  {verdict,-9}  {expected,-8}  {seconds}  {result.Method,-10}  {result.Claim}".TrimEnd());
            if (result.Message.Length > 0) Console.Error.WriteLine($"xrnpe-proof: {result.Name}: {result.Message}");
        });

        int wrong = results.Count(result => !result.IsAsItShould);
        Console.WriteLine(wrong == 0 ? $"all {results.Count} as they should be" : $"{wrong} of {results.Count} not as they should be");
        return wrong == 0 ? ExitCode.Done : ExitCode.Failed;
    }
}
