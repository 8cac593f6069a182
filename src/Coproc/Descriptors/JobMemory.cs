using XrNpe.Arith;

namespace XrNpe.Coproc;

/// <summary>A job's operands to and from the places that its descriptor names, all of which must lie in the memory.</summary>
internal static class JobMemory
{
    /// <summary>Writes A or the image, B and the channel table.</summary>
    public static void Write(MatmulJob job, Descriptor d, MemoryImage memory)
    {
        MatrixExtent[] matrices = MatrixExtent.Of(d);
        (int pixels, int kernelPixels, int channels) = Pixels(job.Window, job.Shape.K);
        MatrixMemory.WriteOperand(memory, matrices[0], job.Input, pixels, channels, job.A);
        MatrixMemory.WriteOperand(memory, matrices[1], job.Input, kernelPixels, channels, job.B);
        if (d.ChannelTable != 0) ChannelTable.ToBytes(job.Channels).CopyTo(memory.Slice(d.ChannelTable, (long)matrices[3].Length));
    }

    /// <summary>The job that a descriptor describes, read out of memory.</summary>
    public static MatmulJob Read(Descriptor d, MemoryImage memory)
    {
        MatrixExtent[] matrices = MatrixExtent.Of(d);
        var input = (NumberFormat)d.InputFormat;
        var shape = new MatmulShape((int)d.M, (int)d.N, (int)d.K);
        ConvWindow? window = ConvWindow.FromDescriptor(d);
        (int pixels, int kernelPixels, int channels) = Pixels(window, shape.K);
        return new MatmulJob(
            input,
            (NumberFormat)d.OutputFormat,
            shape,
            MatrixMemory.ReadOperand(memory, matrices[0], input, pixels, channels),
            MatrixMemory.ReadOperand(memory, matrices[1], input, kernelPixels, channels),
            new Activation((ActivationKind)d.Activation, d.SlopeM, d.SlopeS),
            d.Scale,
            d.ChannelTable == 0 ? null : ChannelTable.FromBytes(memory.Slice(d.ChannelTable, (long)matrices[3].Length)),
            window);
    }

    /// <summary>Pixels of a packed row of A and of B, and codes of each.</summary>
    private static (int A, int B, int Channels) Pixels(ConvWindow? window, int k) =>
        window is null ? (1, 1, k) : (window.Width, window.KernelHeight * window.KernelWidth, window.Channels);
}
