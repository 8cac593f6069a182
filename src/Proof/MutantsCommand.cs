using System.Globalization;
using XrNpe.Coproc;
using XrNpe.Verify;

namespace XrNpe.Proof;

/// <summary><c>xrnpe-proof mutants</c>: how many mutants of the MAC's RTL its vectors catch, and which they do not.</summary>
internal static class MutantsCommand
{
    private const int Least = 95;

    public static int Run(CoprocConfig config, int count, int seed)
    {
        string? missing = VerilatedBuilder.MissingTool ?? MutationRun.Tools.FirstOrDefault(tool => !ExternalTool.IsInstalled(tool));
        if (missing is not null)
        {
            Console.Error.WriteLine($"xrnpe-proof: {missing} is not installed: apt-get install {missing}");
            return ExitCode.Unusable;
        }

        bool isTerminal = !Console.IsErrorRedirected;
        IReadOnlyList<MutantResult> results = MutationRun.Run(config, count, seed, (done, all) =>
        {
            if (isTerminal) Console.Error.Write($"\r{done} of {all} mutants");
        });
        if (isTerminal) Console.Error.WriteLine();

        int Count(Fate fate) => results.Count(r => r.Fate == fate);
        MutantResult[] real = [.. results.Where(r => r.Fate != Fate.Equivalent)];
        Console.WriteLine("mode    mutants  caught");
        foreach (IGrouping<string, MutantResult> mode in real.GroupBy(r => r.Mutant.Mode).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            Console.WriteLine($"{mode.Key,-6}  {mode.Count(),7}  {mode.Count(r => r.Fate == Fate.Caught),6}");
        }

        foreach (MutantResult survivor in results.Where(r => r.Fate != Fate.Caught))
        {
            string why = survivor.Fate == Fate.Equivalent ? "equivalent, by SAT" : "survived";
            Console.WriteLine($"{why}: {survivor.Mutant.Mode} of {survivor.Mutant.Place}, {survivor.Mutant.Source}, mutant {survivor.Mutant.Index}");
        }

        double percent = 100.0 * Count(Fate.Caught) / real.Length;
        string score = percent.ToString("F1", CultureInfo.InvariantCulture);
        Console.WriteLine($"{Count(Fate.Caught)} of {real.Length} mutants caught, {score} %, at least {Least} % wanted; {Count(Fate.Equivalent)} more are equivalent");
        return percent >= Least ? ExitCode.Done : ExitCode.Failed;
    }
}
