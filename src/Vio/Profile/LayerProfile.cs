using XrNpe.Arith;
using XrNpe.Coproc;

namespace XrNpe.Vio;

/// <summary>What a layer costs on a co-processor, and what nothing could beat.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="Format">Format of its operands and results.</param>
/// <param name="Counters">What the hardware counts.</param>
/// <param name="BoundByMacs">Cycles that the array needs for all tiles, with M, N and K rounded up to tiles and words.</param>
/// <param name="BoundByBytes">Cycles that the bus needs to move every byte once: the larger of read and written.</param>
/// <param name="PeakMacs">Multiply-accumulates per cycle of the whole array.</param>
public sealed record LayerProfile(
    LayerShape Layer, NumberFormat Format, CoprocCounters Counters, long BoundByMacs, long BoundByBytes, int PeakMacs)
{
    /// <summary>Share of the array's peak, 0 to 1; K counts unpadded.</summary>
    public double Utilization => Layer.Shape.Macs / ((double)Counters.Cycles * PeakMacs);

    /// <summary>The larger of the two bounds, in cycles.</summary>
    public long Bound => Math.Max(BoundByMacs, BoundByBytes);
}
