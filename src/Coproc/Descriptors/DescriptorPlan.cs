using XrNpe.Arith;

namespace XrNpe.Coproc;

/// <summary>
/// What the hardware derives from a descriptor that passed its checks, module <c>xrnpe_descriptor</c>. Words have 16 bits; an entry of the
/// operand buffers is as wide as the bus.
/// </summary>
public sealed record DescriptorPlan
{
    /// <summary>True when A is a window over an image.</summary>
    public required bool HasWindow { get; init; }

    /// <summary>True when there is a channel table.</summary>
    public required bool HasTable { get; init; }

    /// <summary>Words of a pixel; without a window of a packed row of K.</summary>
    public required int ChannelWords { get; init; }

    /// <summary>Words of a kernel row; without a window of a packed row of K.</summary>
    public required int RowWords { get; init; }

    /// <summary>Words of a packed row of B: of a kernel, or of a packed row of K.</summary>
    public required int KWords { get; init; }

    /// <summary>Buffer entries of a kernel row, wherever in an entry it starts; 0 without a window.</summary>
    public required int RowEntries { get; init; }

    /// <summary>Buffer entries of a kernel; 0 without a window.</summary>
    public required int WindowEntries { get; init; }

    /// <summary>Valid lanes in the last word of a pixel, 1 to 4; without a window of a packed row of K.</summary>
    public required int LastLanes { get; init; }

    /// <summary>Words from one output pixel to the next in an image row; 0 without a window.</summary>
    public required int LaneStepWords { get; init; }

    /// <summary>Bytes of a packed row of C.</summary>
    public required long CRowBytes { get; init; }

    /// <summary>Cycles from the start of the checks to their end, whatever they find.</summary>
    public static int CheckCycles(Descriptor d) => ConvWindow.FromDescriptor(d) is null ? 4 : 14;

    /// <summary>The plan of a descriptor in which <see cref="DescriptorCheck"/> finds no problem.</summary>
    public static DescriptorPlan Of(Descriptor d, CoprocConfig config)
    {
        const int WordBytes = 2;
        var input = (NumberFormat)d.InputFormat;
        ConvWindow? window = ConvWindow.FromDescriptor(d);
        int terms = window?.Channels ?? (int)d.K;
        int channelWords = (int)(PackedRow.Bytes(input, terms) / WordBytes);
        int rowWords = window?.RowWords(input) ?? channelWords;
        int rowEntries = window is null ? 0 : EntriesOf(rowWords, config);
        return new DescriptorPlan
        {
            HasWindow = window is not null,
            HasTable = d.ChannelTable != 0,
            ChannelWords = channelWords,
            RowWords = rowWords,
            KWords = window is null ? channelWords : window.KernelHeight * rowWords,
            RowEntries = rowEntries,
            WindowEntries = (window?.KernelHeight ?? 0) * rowEntries,
            LastLanes = ((terms - 1) % FormatInfo.Of(input).Lanes) + 1,
            LaneStepWords = (window?.StrideX ?? 0) * channelWords,
            CRowBytes = PackedRow.Bytes((NumberFormat)d.OutputFormat, d.N),
        };
    }

    /// <summary>Most words of an image row that the windows of a tile may span: what a read request can ask for.</summary>
    public const int LongestSegment = 32_767;

    /// <summary>Entries that <paramref name="words"/> words touch at most, wherever in an entry the first one stands.</summary>
    public static int EntriesOf(int words, CoprocConfig config)
    {
        int entryWords = CoprocShape.EntryWords(config);
        return (words + (2 * entryWords) - 2) / entryWords;
    }
}
