using XrNpe.Coproc;

namespace XrNpe.Verify;

/// <summary>What came out of a job: C, or the place of the first NaR that met FP4, or what went wrong.</summary>
internal sealed record JobOutcome(uint[] C, string Error, CoprocCounters? Counters = null)
{
    /// <summary>Runs a job to its end, good or bad.</summary>
    public static JobOutcome Of(Func<MatmulResult> run)
    {
        try
        {
            MatmulResult result = run();
            return new JobOutcome(result.C, "", result.Counters);
        }
        catch (NarToFp4Exception e)
        {
            return new JobOutcome([], $"NaR met FP4 at C[{e.Row}, {e.Column}]");
        }
        catch (Exception e) when (e is CoprocException or AxiProtocolException or TimeoutException)
        {
            return new JobOutcome([], e.Message);
        }
    }

    /// <summary>How this differs from what it should be; null when it does not.</summary>
    public string? Difference(JobOutcome expected, MatmulJob job)
    {
        if (Error != expected.Error) return $"ends with \"{Error}\", golden with \"{expected.Error}\"";
        int place = C.AsSpan().CommonPrefixLength(expected.C);
        return place == C.Length
            ? null
            : $"C[{place / job.Shape.N}, {place % job.Shape.N}] is {Hex.Of(job.Output, C[place])}, should be {Hex.Of(job.Output, expected.C[place])}";
    }
}
