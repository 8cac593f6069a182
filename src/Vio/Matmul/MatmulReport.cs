using XrNpe.Coproc;

namespace XrNpe.Vio;

/// <summary>What one backend did.</summary>
/// <param name="Backend">Its name.</param>
/// <param name="Counters">Its performance counters; null where nothing counts.</param>
/// <param name="MacsPerCycle">MACs, K unpadded, per cycle; null where nothing counts.</param>
/// <param name="Difference">Where it differs from the first backend, in words; null when it agrees on every element.</param>
public sealed record BackendRun(string Backend, CoprocCounters? Counters, double? MacsPerCycle, string? Difference);

/// <summary>A finished matrix multiply.</summary>
/// <param name="Plan">What was run.</param>
/// <param name="C">Codes of C from the first backend, row-major.</param>
/// <param name="SqnrDecibels">Against <see cref="MatmulPlan.Reference"/>; null when there is no noise or no signal.</param>
/// <param name="Runs">One for each backend, in the order they were named.</param>
public sealed record MatmulReport(MatmulPlan Plan, uint[] C, double? SqnrDecibels, IReadOnlyList<BackendRun> Runs)
{
    /// <summary>True when all backends gave the same codes.</summary>
    public bool Agree => Runs.All(run => run.Difference is null);

    /// <summary>Multiply-accumulates, K unpadded.</summary>
    public long Macs => Plan.Job.Shape.Macs;
}
