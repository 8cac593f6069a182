namespace XrNpe.Vio;

/// <summary>How a kernel walks over an image, in pixels. A sequence is an image of one row.</summary>
public sealed record WindowGeometry
{
    /// <summary>Kernel height.</summary>
    public required int KernelHeight { get; init; }

    /// <summary>Kernel width.</summary>
    public required int KernelWidth { get; init; }

    /// <summary>Vertical step.</summary>
    public int StrideY { get; init; } = 1;

    /// <summary>Horizontal step.</summary>
    public int StrideX { get; init; } = 1;

    /// <summary>Rows of padding above.</summary>
    public int PadTop { get; init; }

    /// <summary>Columns of padding on the left.</summary>
    public int PadLeft { get; init; }

    /// <summary>Rows of padding below.</summary>
    public int PadBottom { get; init; }

    /// <summary>Columns of padding on the right.</summary>
    public int PadRight { get; init; }

    /// <summary>Vertical distance of kernel elements.</summary>
    public int DilationY { get; init; } = 1;

    /// <summary>Horizontal distance of kernel elements.</summary>
    public int DilationX { get; init; } = 1;

    /// <summary>A square kernel with half its size of padding all round.</summary>
    public static WindowGeometry Square(int kernel, int stride) => new()
    {
        KernelHeight = kernel,
        KernelWidth = kernel,
        StrideY = stride,
        StrideX = stride,
        PadTop = kernel / 2,
        PadLeft = kernel / 2,
        PadBottom = kernel / 2,
        PadRight = kernel / 2,
    };

    /// <summary>A kernel over a sequence, with half its size of padding on either side.</summary>
    public static WindowGeometry Sequence(int kernel) => new() { KernelHeight = 1, KernelWidth = kernel, PadLeft = kernel / 2, PadRight = kernel / 2 };

    /// <summary>The shape of what comes out.</summary>
    /// <param name="input">(channels, height, width) or (channels, samples).</param>
    /// <param name="channels">Channels of the output.</param>
    /// <exception cref="ShapeException">The kernel is larger than the padded image.</exception>
    public int[] OutputShape(int[] input, int channels)
    {
        int width = Steps(input[^1], KernelWidth, StrideX, PadLeft, PadRight, DilationX, "wide");
        if (input.Length == 2)
        {
            return KernelHeight == 1 ? [channels, width] : throw new ShapeException($"a sequence has one row, the kernel {KernelHeight}");
        }

        return [channels, Steps(input[1], KernelHeight, StrideY, PadTop, PadBottom, DilationY, "high"), width];
    }

    /// <inheritdoc/>
    public override string ToString() => $"{(KernelHeight == 1 ? "" : $"{KernelHeight}×")}{KernelWidth}{(StrideX == 1 && StrideY == 1 ? "" : $" / {StrideX}")}";

    private static int Steps(int size, int kernel, int stride, int before, int after, int dilation, string what)
    {
        long extent = ((kernel - 1L) * dilation) + 1;
        long room = (long)size + before + after;
        return room >= extent ? checked((int)((room - extent) / stride) + 1) : throw new ShapeException($"with its padding it is {room} {what}, and the kernel {extent}");
    }
}
