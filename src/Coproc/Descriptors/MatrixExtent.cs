using XrNpe.Arith;

namespace XrNpe.Coproc;

/// <summary>What one matrix, image or table of a job covers in memory.</summary>
/// <param name="Name">Lower-case name as in the descriptor's fields: a, b, c or channel_table.</param>
/// <param name="Base">Address of the first byte.</param>
/// <param name="Stride">Bytes from one packed row to the next.</param>
/// <param name="Rows">Packed rows; of B its columns, of an image its height, of a channel table its entries.</param>
/// <param name="RowBytes">Bytes of a packed row.</param>
/// <param name="Alignment">What address and stride must be multiples of, in bytes.</param>
public readonly record struct MatrixExtent(string Name, ulong Base, uint Stride, uint Rows, long RowBytes, uint Alignment)
{
    private const string Table = "channel_table";

    /// <summary>The descriptor's field that holds <see cref="Base"/>.</summary>
    public string AddressField => Name == Table ? Table : Name + "_address";

    /// <summary>Bytes from the first to the last, gaps between rows included.</summary>
    public UInt128 Length => ((UInt128)(Rows - 1) * Stride) + (UInt128)RowBytes;

    /// <summary>Address behind the last byte, not wrapped.</summary>
    public UInt128 End => Base + Length;

    /// <summary>True when all of it, gaps included, lies in <paramref name="memory"/>.</summary>
    public bool IsInside(MemoryImage memory) => Length <= (UInt128)memory.Size && memory.Contains(Base, (long)Length);

    /// <summary>
    /// A, B, C and, where there is one, the channel table of a job whose formats and window are known to be right and whose dimensions are
    /// not 0. With a window, A is the image.
    /// </summary>
    public static MatrixExtent[] Of(Descriptor d)
    {
        const uint WordBytes = 2;
        const uint FloatBytes = 4;
        var input = (NumberFormat)d.InputFormat;
        var output = (NumberFormat)d.OutputFormat;
        ConvWindow? window = ConvWindow.FromDescriptor(d);
        MatrixExtent[] matrices =
        [
            window is null
                ? new("a", d.AAddress, d.AStride, d.M, PackedRow.Bytes(input, d.K), WordBytes)
                : new("a", d.AAddress, d.AStride, d.WindowHeight, window.ImageRowBytes(input), WordBytes),
            new("b", d.BAddress, d.BStride, d.N, window?.KernelBytes(input) ?? PackedRow.Bytes(input, d.K), WordBytes),
            new("c", d.CAddress, d.CStride, d.M, PackedRow.Bytes(output, d.N), output == NumberFormat.F32 ? FloatBytes : WordBytes),
        ];
        const uint EntryBytes = ChannelTableLayout.EntryBytes;
        return d.ChannelTable == 0 ? matrices : [.. matrices, new(Table, d.ChannelTable, EntryBytes, d.N, EntryBytes, EntryBytes)];
    }
}
