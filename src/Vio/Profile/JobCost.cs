using XrNpe.Coproc;

namespace XrNpe.Vio;

/// <summary>What a job costs on a co-processor, and what nothing could beat.</summary>
/// <param name="Counters">What the hardware counts.</param>
/// <param name="BoundByMacs">Cycles that the array needs for all tiles, with M, N and K rounded up to tiles and words.</param>
/// <param name="BoundByBytes">Cycles that the bus needs to move every byte once: the larger of read and written.</param>
public sealed record JobCost(CoprocCounters Counters, long BoundByMacs, long BoundByBytes);
