using System.Buffers.Binary;

namespace XrNpe.Coproc;

/// <summary>
/// One job of a chain, as <see cref="DescriptorLayout"/> places it in memory. Fields hold whatever the bytes say, right or
/// wrong: <see cref="DescriptorCheck"/> judges them.
/// </summary>
public sealed record Descriptor
{
    /// <summary>What to do; see <see cref="DescriptorLayout.OpcodeMatmul"/>.</summary>
    public byte Opcode { get; init; } = DescriptorLayout.OpcodeMatmul;

    /// <summary>Format code of A and B.</summary>
    public byte InputFormat { get; init; }

    /// <summary>Format code of C.</summary>
    public byte OutputFormat { get; init; }

    /// <summary>Activation code.</summary>
    public byte Activation { get; init; }

    /// <summary>Numerator of the leaky slope m/2^s.</summary>
    public byte SlopeM { get; init; }

    /// <summary>Shift s of the leaky slope, 0 to 15.</summary>
    public byte SlopeS { get; init; }

    /// <summary>Power of two applied before rounding.</summary>
    public sbyte Scale { get; init; }

    /// <summary>Rows of A and C.</summary>
    public uint M { get; init; }

    /// <summary>Columns of B and C.</summary>
    public uint N { get; init; }

    /// <summary>Terms of each dot product.</summary>
    public uint K { get; init; }

    /// <summary>Bytes from one packed row of A to the next.</summary>
    public uint AStride { get; init; }

    /// <summary>Bytes from one packed column of B to the next.</summary>
    public uint BStride { get; init; }

    /// <summary>Bytes from one packed row of C to the next.</summary>
    public uint CStride { get; init; }

    /// <summary>Address of A.</summary>
    public ulong AAddress { get; init; }

    /// <summary>Address of B.</summary>
    public ulong BAddress { get; init; }

    /// <summary>Address of C.</summary>
    public ulong CAddress { get; init; }

    /// <summary>Address of the next descriptor; 0 ends the chain.</summary>
    public ulong Next { get; init; }

    /// <summary>Address of the channel table; 0 for none.</summary>
    public ulong ChannelTable { get; init; }

    /// <summary>Image height in pixels.</summary>
    public ushort WindowHeight { get; init; }

    /// <summary>Image width in pixels.</summary>
    public ushort WindowWidth { get; init; }

    /// <summary>Channels of a pixel.</summary>
    public ushort WindowChannels { get; init; }

    /// <summary>Kernel height in pixels.</summary>
    public byte WindowKernelHeight { get; init; }

    /// <summary>Kernel width in pixels.</summary>
    public byte WindowKernelWidth { get; init; }

    /// <summary>Vertical step in pixels.</summary>
    public byte WindowStrideY { get; init; }

    /// <summary>Horizontal step in pixels.</summary>
    public byte WindowStrideX { get; init; }

    /// <summary>Zero rows above the image.</summary>
    public byte WindowPadTop { get; init; }

    /// <summary>Zero columns left of the image.</summary>
    public byte WindowPadLeft { get; init; }

    /// <summary>Zero rows below the image.</summary>
    public byte WindowPadBottom { get; init; }

    /// <summary>Zero columns right of the image.</summary>
    public byte WindowPadRight { get; init; }

    /// <summary>Rows of pixels of the result.</summary>
    public ushort WindowOutHeight { get; init; }

    /// <summary>Columns of pixels of the result.</summary>
    public ushort WindowOutWidth { get; init; }

    /// <summary>The descriptor in memory: <see cref="DescriptorLayout.Bytes"/> bytes, reserved ones 0.</summary>
    public byte[] ToBytes()
    {
        byte[] bytes = new byte[DescriptorLayout.Bytes];
        foreach (DescriptorField field in DescriptorLayout.Fields) Write(bytes, field, Value(field.Name));
        return bytes;
    }

    /// <summary>Reads a descriptor. Reserved bytes are ignored.</summary>
    /// <param name="bytes">At least <see cref="DescriptorLayout.Bytes"/> bytes.</param>
    public static Descriptor FromBytes(ReadOnlySpan<byte> bytes) => new()
    {
        Opcode = (byte)Read(bytes, "opcode"),
        InputFormat = (byte)Read(bytes, "input_format"),
        OutputFormat = (byte)Read(bytes, "output_format"),
        Activation = (byte)Read(bytes, "activation"),
        SlopeM = (byte)Read(bytes, "slope_m"),
        SlopeS = (byte)Read(bytes, "slope_s"),
        Scale = (sbyte)Read(bytes, "scale"),
        M = (uint)Read(bytes, "m"),
        N = (uint)Read(bytes, "n"),
        K = (uint)Read(bytes, "k"),
        AStride = (uint)Read(bytes, "a_stride"),
        BStride = (uint)Read(bytes, "b_stride"),
        CStride = (uint)Read(bytes, "c_stride"),
        AAddress = (ulong)Read(bytes, "a_address"),
        BAddress = (ulong)Read(bytes, "b_address"),
        CAddress = (ulong)Read(bytes, "c_address"),
        Next = (ulong)Read(bytes, "next"),
        ChannelTable = (ulong)Read(bytes, "channel_table"),
        WindowHeight = (ushort)Read(bytes, "window_height"),
        WindowWidth = (ushort)Read(bytes, "window_width"),
        WindowChannels = (ushort)Read(bytes, "window_channels"),
        WindowKernelHeight = (byte)Read(bytes, "window_kernel_height"),
        WindowKernelWidth = (byte)Read(bytes, "window_kernel_width"),
        WindowStrideY = (byte)Read(bytes, "window_stride_y"),
        WindowStrideX = (byte)Read(bytes, "window_stride_x"),
        WindowPadTop = (byte)Read(bytes, "window_pad_top"),
        WindowPadLeft = (byte)Read(bytes, "window_pad_left"),
        WindowPadBottom = (byte)Read(bytes, "window_pad_bottom"),
        WindowPadRight = (byte)Read(bytes, "window_pad_right"),
        WindowOutHeight = (ushort)Read(bytes, "window_out_height"),
        WindowOutWidth = (ushort)Read(bytes, "window_out_width"),
    };

    /// <summary>The field's bits, sign-extended where the field is signed.</summary>
    private ulong Value(string name) => name switch
    {
        "opcode" => Opcode,
        "input_format" => InputFormat,
        "output_format" => OutputFormat,
        "activation" => Activation,
        "slope_m" => SlopeM,
        "slope_s" => SlopeS,
        "scale" => unchecked((ulong)Scale),
        "m" => M,
        "n" => N,
        "k" => K,
        "a_stride" => AStride,
        "b_stride" => BStride,
        "c_stride" => CStride,
        "a_address" => AAddress,
        "b_address" => BAddress,
        "c_address" => CAddress,
        "next" => Next,
        "channel_table" => ChannelTable,
        "window_height" => WindowHeight,
        "window_width" => WindowWidth,
        "window_channels" => WindowChannels,
        "window_kernel_height" => WindowKernelHeight,
        "window_kernel_width" => WindowKernelWidth,
        "window_stride_y" => WindowStrideY,
        "window_stride_x" => WindowStrideX,
        "window_pad_top" => WindowPadTop,
        "window_pad_left" => WindowPadLeft,
        "window_pad_bottom" => WindowPadBottom,
        "window_pad_right" => WindowPadRight,
        "window_out_height" => WindowOutHeight,
        "window_out_width" => WindowOutWidth,
        _ => throw new ArgumentException($"the layout has a field \"{name}\" that this record lacks", nameof(name)),
    };

    private static ulong Read(ReadOnlySpan<byte> bytes, string name)
    {
        DescriptorField field = DescriptorLayout.Field(name);
        Span<byte> wide = stackalloc byte[sizeof(ulong)];
        bytes.Slice(field.Offset, field.Bytes).CopyTo(wide);
        return BinaryPrimitives.ReadUInt64LittleEndian(wide);
    }

    private static void Write(Span<byte> bytes, DescriptorField field, ulong value)
    {
        Span<byte> wide = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(wide, value);
        wide[..field.Bytes].CopyTo(bytes[field.Offset..]);
    }
}
