namespace XrNpe.Coproc;

/// <summary>One field of the 128-byte descriptor, little-endian.</summary>
/// <param name="Name">Lower-case name, the same in C#, Verilog, C and the documents.</param>
/// <param name="Offset">Byte offset.</param>
/// <param name="Bytes">Width in bytes: 1, 2, 4 or 8.</param>
/// <param name="Description">One sentence, with unit.</param>
/// <param name="Signed">True for two's complement.</param>
public sealed record DescriptorField(string Name, int Offset, int Bytes, string Description, bool Signed = false);

/// <summary>
/// Where everything stands in a descriptor: defined here, and rendered into the Verilog, the C header, the documents and
/// the emulator. Bytes without a field are reserved and must be 0.
/// </summary>
public static class DescriptorLayout
{
    /// <summary>Size and alignment of a descriptor in bytes.</summary>
    public const int Bytes = 128;

    /// <summary>The opcode of a matrix multiply.</summary>
    public const byte OpcodeMatmul = 1;

    /// <summary>The fields, by offset.</summary>
    public static IReadOnlyList<DescriptorField> Fields { get; } =
    [
        new("opcode", 0, 1, "What to do: 1 is a matrix multiply."),
        new("input_format", 1, 1, "Format code of A and B."),
        new("output_format", 2, 1, "Format code of C."),
        new("activation", 3, 1, "0 none, 1 ReLU, 2 leaky ReLU."),
        new("slope_m", 4, 1, "Numerator of the leaky slope m/2^s."),
        new("slope_s", 5, 1, "Shift s of the leaky slope, 0 to 15."),
        new("scale", 6, 1, "Power of two applied before rounding.", Signed: true),
        new("m", 8, 4, "Rows of A and C."),
        new("n", 12, 4, "Columns of B and C."),
        new("k", 16, 4, "Terms of each dot product, at most 32767."),
        new("a_stride", 20, 4, "Bytes from one packed row of A to the next; with a window, from one row of the image to the next."),
        new("b_stride", 24, 4, "Bytes from one packed column of B to the next."),
        new("c_stride", 28, 4, "Bytes from one packed row of C to the next."),
        new("a_address", 32, 8, "Address of A; with a window, of the image's first pixel."),
        new("b_address", 40, 8, "Address of B, K contiguous; with a window, the channels of each pixel padded to whole words."),
        new("c_address", 48, 8, "Address of C."),
        new("next", 56, 8, "Address of the next descriptor; 0 ends the chain."),
        new("channel_table", 64, 8, "Address of the channel table, a multiple of 8; 0 for none."),
        new("window_height", 72, 2, "Image height in pixels; a window whose fields are all 0 is none."),
        new("window_width", 74, 2, "Image width in pixels."),
        new("window_channels", 76, 2, "Channels of a pixel; K is kernel height × kernel width × channels."),
        new("window_kernel_height", 78, 1, "Kernel height in pixels."),
        new("window_kernel_width", 79, 1, "Kernel width in pixels."),
        new("window_stride_y", 80, 1, "Vertical step in pixels from one output pixel to the next."),
        new("window_stride_x", 81, 1, "Horizontal step in pixels from one output pixel to the next."),
        new("window_pad_top", 82, 1, "Zero rows above the image."),
        new("window_pad_left", 83, 1, "Zero columns left of the image."),
        new("window_pad_bottom", 84, 1, "Zero rows below the image: they only limit the result's height."),
        new("window_pad_right", 85, 1, "Zero columns right of the image: they only limit the result's width."),
        new("window_out_height", 88, 2, "Rows of pixels of the result."),
        new("window_out_width", 90, 2, "Columns of pixels of the result; M is their product."),
    ];

    /// <summary>The field named <paramref name="name"/>.</summary>
    public static DescriptorField Field(string name) => Fields.Single(f => f.Name == name);

    /// <summary>The reserved byte ranges between the fields, ascending.</summary>
    public static IReadOnlyList<(int Offset, int Bytes)> Reserved { get; } = [.. FindReserved()];

    private static IEnumerable<(int Offset, int Bytes)> FindReserved()
    {
        int end = 0;
        foreach (DescriptorField field in Fields)
        {
            if (field.Offset > end) yield return (end, field.Offset - end);
            end = field.Offset + field.Bytes;
        }

        if (end < Bytes) yield return (end, Bytes - end);
    }
}
