using XrNpe.Arith;

namespace XrNpe.Coproc;

/// <summary>
/// A 2-D window over an NHWC image in place of A, so that a convolution never unfolds in memory. Row m = y·<see cref="OutWidth"/> + x of
/// the matrix product is output pixel (y, x); its terms run over kernel rows, kernel columns and channels, the channels fastest. Pixels
/// outside the image are 0. All lengths are in pixels.
/// </summary>
public sealed record ConvWindow
{
    private const int LargestSize = ushort.MaxValue;
    private const int LargestStep = byte.MaxValue;
    private const int WordBytes = 2;

    /// <summary>Image height.</summary>
    public required int Height { get; init; }

    /// <summary>Image width.</summary>
    public required int Width { get; init; }

    /// <summary>Channels of a pixel.</summary>
    public required int Channels { get; init; }

    /// <summary>Kernel height.</summary>
    public required int KernelHeight { get; init; }

    /// <summary>Kernel width.</summary>
    public required int KernelWidth { get; init; }

    /// <summary>Vertical step from one output pixel to the next.</summary>
    public int StrideY { get; init; } = 1;

    /// <summary>Horizontal step from one output pixel to the next.</summary>
    public int StrideX { get; init; } = 1;

    /// <summary>Zero rows above the image.</summary>
    public int PadTop { get; init; }

    /// <summary>Zero columns left of the image.</summary>
    public int PadLeft { get; init; }

    /// <summary>Zero rows below the image: they only limit <see cref="OutHeight"/>.</summary>
    public int PadBottom { get; init; }

    /// <summary>Zero columns right of the image: they only limit <see cref="OutWidth"/>.</summary>
    public int PadRight { get; init; }

    /// <summary>Rows of pixels of the result, at most <see cref="LargestOutHeight"/>.</summary>
    public int OutHeight { get; init; }

    /// <summary>Columns of pixels of the result, at most <see cref="LargestOutWidth"/>.</summary>
    public int OutWidth { get; init; }

    /// <summary>Rows of pixels that image and padding have room for.</summary>
    public int LargestOutHeight => Largest(Height + PadTop + PadBottom, KernelHeight, StrideY);

    /// <summary>Columns of pixels that image and padding have room for.</summary>
    public int LargestOutWidth => Largest(Width + PadLeft + PadRight, KernelWidth, StrideX);

    /// <summary>Rows of the matrix product: M of the job.</summary>
    public long Rows => (long)OutHeight * OutWidth;

    /// <summary>Terms of each dot product, channels not padded: K of the job.</summary>
    public long Terms => (long)KernelHeight * KernelWidth * Channels;

    /// <summary>The same window with the largest result there is room for.</summary>
    public ConvWindow WithLargestOutput() => this with { OutHeight = LargestOutHeight, OutWidth = LargestOutWidth };

    /// <summary>16-bit words of a pixel, whose channels are padded to whole words.</summary>
    public int ChannelWords(NumberFormat format) => (int)(PackedRow.Bytes(format, Channels) / WordBytes);

    /// <summary>Codes of the image.</summary>
    public long ImageCodes => (long)Height * Width * Channels;

    /// <summary>16-bit words of a kernel row.</summary>
    public int RowWords(NumberFormat format) => KernelWidth * ChannelWords(format);

    /// <summary>Bytes of a packed row of the image.</summary>
    public long ImageRowBytes(NumberFormat format) => (long)WordBytes * Width * ChannelWords(format);

    /// <summary>Bytes of a packed row of B: a kernel, the channels of each of its pixels padded to whole words.</summary>
    public long KernelBytes(NumberFormat format) => (long)WordBytes * KernelHeight * RowWords(format);

    /// <summary>Where a pixel of the kernel falls; false when that is outside the image.</summary>
    /// <param name="row">Row of the matrix product, that is, output pixel.</param>
    /// <param name="pixel">Pixel of the kernel, row by row.</param>
    /// <param name="y">Row of the image.</param>
    /// <param name="x">Column of the image.</param>
    public bool Locate(long row, int pixel, out int y, out int x)
    {
        (int outY, int outX) = ((int)(row / OutWidth), (int)(row % OutWidth));
        y = (outY * StrideY) + (pixel / KernelWidth) - PadTop;
        x = (outX * StrideX) + (pixel % KernelWidth) - PadLeft;
        return (uint)y < (uint)Height && (uint)x < (uint)Width;
    }

    /// <summary>The window of a descriptor; null when all its window fields are 0.</summary>
    public static ConvWindow? FromDescriptor(Descriptor d)
    {
        var window = new ConvWindow
        {
            Height = d.WindowHeight,
            Width = d.WindowWidth,
            Channels = d.WindowChannels,
            KernelHeight = d.WindowKernelHeight,
            KernelWidth = d.WindowKernelWidth,
            StrideY = d.WindowStrideY,
            StrideX = d.WindowStrideX,
            PadTop = d.WindowPadTop,
            PadLeft = d.WindowPadLeft,
            PadBottom = d.WindowPadBottom,
            PadRight = d.WindowPadRight,
            OutHeight = d.WindowOutHeight,
            OutWidth = d.WindowOutWidth,
        };
        return window.Sizes().Concat(window.Paddings()).Any(field => field.Value != 0) ? window : null;
    }

    /// <summary>A descriptor with this window, whose fields must fit: see <see cref="Problem"/>.</summary>
    public Descriptor ApplyTo(Descriptor descriptor) => descriptor with
    {
        WindowHeight = checked((ushort)Height),
        WindowWidth = checked((ushort)Width),
        WindowChannels = checked((ushort)Channels),
        WindowKernelHeight = checked((byte)KernelHeight),
        WindowKernelWidth = checked((byte)KernelWidth),
        WindowStrideY = checked((byte)StrideY),
        WindowStrideX = checked((byte)StrideX),
        WindowPadTop = checked((byte)PadTop),
        WindowPadLeft = checked((byte)PadLeft),
        WindowPadBottom = checked((byte)PadBottom),
        WindowPadRight = checked((byte)PadRight),
        WindowOutHeight = checked((ushort)OutHeight),
        WindowOutWidth = checked((ushort)OutWidth),
    };

    /// <summary>What is wrong with the geometry, in terms of descriptor fields, and what would be right; null when nothing is.</summary>
    /// <param name="m">Rows of the matrix product that the job claims.</param>
    /// <param name="k">Terms of each dot product that the job claims.</param>
    public string? Problem(long m, long k)
    {
        foreach ((string name, int value, int most) in Sizes())
        {
            if (value < 1 || value > most) return $"{name} is {value}: 1 to {most} with a window";
        }

        foreach ((string name, int value, int most) in Paddings())
        {
            if (value < 0 || value > most) return $"{name} is {value}: 0 to {most}";
        }

        if (k != Terms) return $"k is {k}: {Terms}, the window's {KernelHeight}×{KernelWidth} pixels of {Channels} channels";
        if (m != Rows) return $"m is {m}: {Rows}, the window's {OutHeight}×{OutWidth} output pixels";
        return Room("x", "width", OutWidth, LargestOutWidth, $"{KernelWidth} pixels at a stride of {StrideX} in {Width} + {PadLeft} + {PadRight} pixels")
            ?? Room("y", "height", OutHeight, LargestOutHeight, $"{KernelHeight} pixels at a stride of {StrideY} in {Height} + {PadTop} + {PadBottom} pixels");
    }

    private static string? Room(string axis, string length, int value, int largest, string kernel) =>
        value <= largest ? null : $"window_out_{length} is {value}: at most {largest} along {axis}, for a kernel of {kernel}, paddings included";

    private static int Largest(int room, int kernel, int stride) => stride < 1 || room < kernel ? 0 : ((room - kernel) / stride) + 1;

    /// <summary>The fields that must not be 0, as the descriptor names them, with their largest values.</summary>
    private (string Name, int Value, int Most)[] Sizes() =>
    [
        ("window_height", Height, LargestSize),
        ("window_width", Width, LargestSize),
        ("window_channels", Channels, LargestSize),
        ("window_kernel_height", KernelHeight, LargestStep),
        ("window_kernel_width", KernelWidth, LargestStep),
        ("window_stride_y", StrideY, LargestStep),
        ("window_stride_x", StrideX, LargestStep),
        ("window_out_height", OutHeight, LargestSize),
        ("window_out_width", OutWidth, LargestSize),
    ];

    private (string Name, int Value, int Most)[] Paddings() =>
    [
        ("window_pad_top", PadTop, LargestStep),
        ("window_pad_left", PadLeft, LargestStep),
        ("window_pad_bottom", PadBottom, LargestStep),
        ("window_pad_right", PadRight, LargestStep),
    ];
}
