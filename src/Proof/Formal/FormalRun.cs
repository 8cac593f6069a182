using System.Diagnostics;

namespace XrNpe.Proof;

/// <summary>Runs proofs one after the other and goes on after a failure.</summary>
public static class FormalRun
{
    /// <summary>The names of the proofs.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Plan.All.Select(proof => proof.Name)];

    /// <summary>The programs that it needs.</summary>
    public static IReadOnlyList<string> Tools { get; } = ["yosys", Abc.Program];

    /// <summary>Runs the proofs whose name begins like <paramref name="only"/>.</summary>
    /// <param name="only">Beginning of a name; null for all.</param>
    /// <param name="finished">Told of each as it ends.</param>
    public static IReadOnlyList<ProofResult> Run(string? only, Action<ProofResult> finished)
    {
        var results = new List<ProofResult>();
        foreach (Proof proof in Plan.All.Where(p => only is null || p.Name.StartsWith(only, StringComparison.Ordinal)))
        {
            results.Add(Run(proof));
            finished(results[^1]);
        }

        return results;
    }

    private static ProofResult Run(Proof proof)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("xrnpe-proof-");
        var clock = Stopwatch.StartNew();
        try
        {
            Verdict verdict = proof.Prove(folder.FullName);
            bool isAsItShould = verdict == (proof.IsSabotaged ? Verdict.Failed : Verdict.Proven);
            return new ProofResult(proof.Name, proof.Claim, proof.Method, verdict, clock.Elapsed.TotalSeconds, isAsItShould, "");
        }
        catch (ProofException e)
        {
            return new ProofResult(proof.Name, proof.Claim, proof.Method, Verdict.Undecided, clock.Elapsed.TotalSeconds, false, e.Message);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
