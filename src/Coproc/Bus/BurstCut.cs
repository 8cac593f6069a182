namespace XrNpe.Coproc;

/// <summary>How the master cuts a run of beats into bursts: both halves of it alike.</summary>
internal static class BurstCut
{
    /// <summary>Bytes of a page, which no burst may leave (AXI4, A3.4.1).</summary>
    public const int PageBytes = 4096;

    /// <summary>Beats of the next burst: to the end of the run or of the page, and no more than a burst may have.</summary>
    /// <param name="address">Where it starts, in beats.</param>
    /// <param name="beats">Beats of the run from there on.</param>
    /// <param name="config">Gives bus width and longest burst.</param>
    public static int Next(ulong address, int beats, CoprocConfig config)
    {
        int pageBeats = PageBytes / (config.DataWidth / 8);
        int toBoundary = pageBeats - (int)(address & (ulong)(pageBeats - 1));
        return Math.Min(beats, Math.Min(toBoundary, config.MaxBurst));
    }
}
