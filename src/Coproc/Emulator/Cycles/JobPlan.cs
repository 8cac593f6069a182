using XrNpe.Arith;

namespace XrNpe.Coproc;

/// <summary>
/// A job as the walks see it: its descriptor's fields, and what modules <c>xrnpe_descriptor</c> and <c>xrnpe_plan</c> make of them. One
/// operand streams through its buffers; of the other, as much as fits stays.
/// </summary>
internal sealed class JobPlan
{
    /// <summary>The plan of a checked descriptor.</summary>
    public JobPlan(Descriptor d, CoprocConfig config)
    {
        Descriptor = d;
        Output = FormatInfo.Of((NumberFormat)d.OutputFormat);
        DescriptorPlan plan = DescriptorPlan.Of(d, config);
        IsWindow = plan.HasWindow;
        HasTable = plan.HasTable;
        ChannelWords = plan.ChannelWords;
        RowWords = plan.RowWords;
        KWords = plan.KWords;
        RowEntries = plan.RowEntries;

        int entryWords = CoprocShape.EntryWords(config);
        int bufferEntries = CoprocShape.BufferEntries(config);
        ResidentEntries = (KWords + entryWords - 1) / entryWords;
        StreamEntries = IsWindow ? plan.WindowEntries : ResidentEntries;
        Swap = !IsWindow && d.M <= d.N;
        StreamCount = Swap ? d.N : d.M;
        StreamAddress = Swap ? d.BAddress : d.AAddress;
        StreamStride = Swap ? d.BStride : d.AStride;
        StreamLanes = (uint)(Swap ? config.Cols : config.Rows);
        ResidentCount = Swap ? d.M : d.N;
        ResidentAddress = Swap ? d.AAddress : d.BAddress;
        ResidentStride = Swap ? d.AStride : d.BStride;
        ResidentLanes = (uint)(Swap ? config.Rows : config.Cols);

        int fitting = Math.Min(CoprocShape.TablePlaces, bufferEntries / ResidentEntries);
        Reload = fitting == 0;
        Group = StreamEntries > bufferEntries / 2 || Reload ? 1 : fitting;
        ColumnBytes = config.Cols * Output.Bits / 8;
        RowBytes = plan.CRowBytes;
    }

    /// <summary>The descriptor.</summary>
    public Descriptor Descriptor { get; }

    /// <summary>Format of C.</summary>
    public FormatInfo Output { get; }

    /// <summary>A is an image.</summary>
    public bool IsWindow { get; }

    /// <summary>Columns have biases and scales.</summary>
    public bool HasTable { get; }

    /// <summary>Words of a pixel; without a window, of K.</summary>
    public int ChannelWords { get; }

    /// <summary>Words of a kernel row; without a window, of K.</summary>
    public int RowWords { get; }

    /// <summary>Words of a packed row of B.</summary>
    public int KWords { get; }

    /// <summary>With a window: entries of a kernel row in a lane's buffer.</summary>
    public int RowEntries { get; }

    /// <summary>B streams and A stays; else A streams and B stays.</summary>
    public bool Swap { get; }

    /// <summary>Rows or columns of the streaming operand.</summary>
    public uint StreamCount { get; }

    /// <summary>Its first byte.</summary>
    public ulong StreamAddress { get; }

    /// <summary>Bytes from row to row.</summary>
    public uint StreamStride { get; }

    /// <summary>Rows of a panel.</summary>
    public uint StreamLanes { get; }

    /// <summary>Entries of a panel in a lane's buffer.</summary>
    public int StreamEntries { get; }

    /// <summary>Rows or columns of the resident operand.</summary>
    public uint ResidentCount { get; }

    /// <summary>Its first byte.</summary>
    public ulong ResidentAddress { get; }

    /// <summary>Bytes from row to row.</summary>
    public uint ResidentStride { get; }

    /// <summary>Rows of a panel.</summary>
    public uint ResidentLanes { get; }

    /// <summary>Entries of a panel in a lane's buffer.</summary>
    public int ResidentEntries { get; }

    /// <summary>Resident panels that stay at once.</summary>
    public int Group { get; }

    /// <summary>A panel is longer than the buffer: it is read for every tile.</summary>
    public bool Reload { get; }

    /// <summary>Bytes of a full tile's row of C.</summary>
    public int ColumnBytes { get; }

    /// <summary>Bytes of a packed row of C.</summary>
    public long RowBytes { get; }
}
