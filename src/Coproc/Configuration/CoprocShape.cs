namespace XrNpe.Coproc;

/// <summary>
/// Sizes and latencies inside the co-processor that no configuration field gives: the one definition for Verilog, emulator and
/// documents.
/// </summary>
public static class CoprocShape
{
    /// <summary>Write bursts that may be under way at once.</summary>
    public const int OutstandingWrites = 32;

    /// <summary>Panels of columns whose channels are held at once; also the most panels of the resident operand.</summary>
    public const int TablePlaces = 16;

    /// <summary>Entries (of the bus's width) of a block in a job's first tile: short, so that the array starts early.</summary>
    public const int FirstBlockEntries = 2;

    /// <summary>Entries of every other block: long, so that bursts are.</summary>
    public const int BlockEntries = 8;

    /// <summary>16-bit words of an entry.</summary>
    public static int EntryWords(CoprocConfig config) => config.DataWidth / 16;

    /// <summary>Entries of one lane's operand buffer.</summary>
    public static int BufferEntries(CoprocConfig config) => config.BufferDepth / EntryWords(config);

    /// <summary>Finished segments of C that find room: those of two tiles.</summary>
    public static int Segments(CoprocConfig config) => 2 * config.Rows;

    /// <summary>Cycles in which a row of quires leaves the array.</summary>
    public static int Groups(CoprocConfig config) => config.Cols / config.OutUnits;

    /// <summary>Cycles from a tile's last step to the capture of its quires: buffer, operand register, processing element.</summary>
    public static int CaptureLatency(CoprocConfig config) => 2 + config.PipelineShape.ElementLatency;

    /// <summary>Cycles of an output unit: carries, bias, activation, rounding.</summary>
    public static int OutUnitLatency(CoprocConfig config) =>
        1 + PipelineShape.BiasLatency + PipelineShape.ActivateLatency + config.PipelineShape.OutputLatency;
}
