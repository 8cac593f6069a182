using XrNpe.Arith;

namespace XrNpe.Coproc;

/// <summary>What is wrong with a descriptor.</summary>
/// <param name="Code">The error code the hardware ends the chain with.</param>
/// <param name="Message">Which field holds what, and what would be right.</param>
public sealed record DescriptorProblem(ErrorCode Code, string Message);

/// <summary>
/// Judges a descriptor as the hardware does, module <c>xrnpe_descriptor</c>. The checks run in the order of
/// <see cref="ErrorCode"/>, and each may rely on those before it.
/// </summary>
public static class DescriptorCheck
{
    /// <summary>The first problem of a descriptor, or null when it can run.</summary>
    /// <param name="bytes">The descriptor's <see cref="DescriptorLayout.Bytes"/> bytes.</param>
    /// <param name="address">Where it was found.</param>
    /// <param name="config">What the hardware has.</param>
    public static DescriptorProblem? Find(ReadOnlySpan<byte> bytes, ulong address, CoprocConfig config)
    {
        if (Address(address) is { } misplaced) return misplaced;
        if (Reserved(bytes) is { } reserved) return reserved;
        Descriptor d = Descriptor.FromBytes(bytes);
        return Opcode(d) ?? Formats(d, config) ?? ActivationCode(d) ?? Dimensions(d) ?? Window(d) ?? KernelRow(d, config)
            ?? Alignment(d) ?? Strides(d) ?? Wrap(d) ?? Overlap(d);
    }

    /// <summary>The check that needs no bytes: a descriptor at a wrong address is not even read.</summary>
    public static DescriptorProblem? Address(ulong address) =>
        address % DescriptorLayout.Bytes == 0
            ? null
            : new(ErrorCode.DescriptorMisaligned, $"its address is 0x{address:x}: a multiple of {DescriptorLayout.Bytes}");

    private static DescriptorProblem? Reserved(ReadOnlySpan<byte> bytes)
    {
        foreach ((int offset, int count) in DescriptorLayout.Reserved)
        {
            int index = bytes.Slice(offset, count).IndexOfAnyExcept((byte)0);
            if (index >= 0) return new(ErrorCode.PaddingNotZero, $"reserved byte {offset + index} is 0x{bytes[offset + index]:x2}: 0");
        }

        return null;
    }

    private static DescriptorProblem? Opcode(Descriptor d) =>
        d.Opcode == DescriptorLayout.OpcodeMatmul
            ? null
            : new(ErrorCode.BadOpcode, $"opcode is {d.Opcode}: {DescriptorLayout.OpcodeMatmul} for a matrix multiply");

    private static DescriptorProblem? Formats(Descriptor d, CoprocConfig config)
    {
        if (!config.HasInput((NumberFormat)d.InputFormat))
        {
            return new(ErrorCode.BadFormat, $"input_format is {d.InputFormat}: {Codes(config.Formats)}");
        }

        return config.HasOutput((NumberFormat)d.OutputFormat)
            ? null
            : new(ErrorCode.BadFormat, $"output_format is {d.OutputFormat}: {Codes([.. config.Formats, NumberFormat.F32])}");

        static string Codes(IEnumerable<NumberFormat> formats) => string.Join(" or ", formats.Select(f => $"{(int)f} ({FormatInfo.Of(f)})"));
    }

    private static DescriptorProblem? ActivationCode(Descriptor d)
    {
        const int LargestShift = 15;
        if (d.Activation > (byte)ActivationKind.LeakyRelu)
        {
            return new(ErrorCode.BadActivation, $"activation is {d.Activation}: 0 (none), 1 (ReLU) or 2 (leaky ReLU)");
        }

        // Checked without leaky ReLU too, which alone makes use of it.
        return d.SlopeS <= LargestShift
            ? null
            : new(ErrorCode.BadActivation, $"slope_s is {d.SlopeS}: at most {LargestShift}");
    }

    private static DescriptorProblem? Dimensions(Descriptor d)
    {
        if (d.M == 0 || d.N == 0 || d.K == 0) return new(ErrorCode.ZeroDimension, $"m, n, k are {d.M}, {d.N}, {d.K}: at least 1 each");
        return d.K <= Quire128.MaxTerms
            ? null
            : new(ErrorCode.DotTooLong, $"k is {d.K}: at most {Quire128.MaxTerms}, the longest dot product that provably fits the quire");
    }

    private static DescriptorProblem? Window(Descriptor d) =>
        ConvWindow.FromDescriptor(d)?.Problem(d.M, d.K) is { } problem ? new(ErrorCode.BadWindow, problem) : null;

    private static DescriptorProblem? KernelRow(Descriptor d, CoprocConfig config)
    {
        if (ConvWindow.FromDescriptor(d) is not { } window) return null;
        var format = (NumberFormat)d.InputFormat;
        int needed = DescriptorPlan.EntriesOf(window.RowWords(format), config);
        int entries = CoprocShape.BufferEntries(config);
        int segment = (window.StrideX * window.ChannelWords(format) * (config.Rows - 1)) + window.RowWords(format);
        if (needed <= entries && segment > DescriptorPlan.LongestSegment)
        {
            return new(
                ErrorCode.WindowTooWide,
                $"{config.Rows} windows side by side in an image row span {segment} words: at most {DescriptorPlan.LongestSegment}");
        }

        return needed <= entries
            ? null
            : new(
                ErrorCode.WindowTooWide,
                $"a kernel row of {window.KernelWidth} pixels of {window.Channels} channels in {FormatInfo.Of(format)} takes {needed} buffer entries of "
                + $"{config.DataWidth} bits, wherever it starts in the first: at most {entries} (buffer_depth {config.BufferDepth} words)");
    }

    private static DescriptorProblem? Alignment(Descriptor d)
    {
        foreach (MatrixExtent matrix in MatrixExtent.Of(d))
        {
            if (matrix.Base % matrix.Alignment != 0)
            {
                return new(ErrorCode.Misaligned, $"{matrix.AddressField} is 0x{matrix.Base:x}: a multiple of {matrix.Alignment}");
            }

            if (matrix.Stride % matrix.Alignment != 0)
            {
                return new(ErrorCode.Misaligned, $"{matrix.Name}_stride is {matrix.Stride}: a multiple of {matrix.Alignment}");
            }
        }

        return null;
    }

    private static DescriptorProblem? Strides(Descriptor d)
    {
        foreach (MatrixExtent matrix in MatrixExtent.Of(d))
        {
            if (matrix.Stride < matrix.RowBytes)
            {
                return new(ErrorCode.StrideTooSmall, $"{matrix.Name}_stride is {matrix.Stride}: at least {matrix.RowBytes}, the bytes of {Row(d, matrix)}");
            }
        }

        return null;

        static string Row(Descriptor d, in MatrixExtent matrix) =>
            matrix.Name == "a" && ConvWindow.FromDescriptor(d) is not null ? "a row of the image" : "a packed row";
    }

    private static DescriptorProblem? Wrap(Descriptor d)
    {
        foreach (MatrixExtent matrix in MatrixExtent.Of(d))
        {
            if (matrix.End > (UInt128)1 << 64)
            {
                return new(
                    ErrorCode.AddressWrap,
                    $"{matrix.AddressField} 0x{matrix.Base:x} plus {matrix.Length} bytes passes the end of the 64-bit address space: a lower address");
            }
        }

        return null;
    }

    private static DescriptorProblem? Overlap(Descriptor d)
    {
        MatrixExtent[] all = MatrixExtent.Of(d);
        MatrixExtent c = all[2];
        foreach (MatrixExtent operand in all.Where(matrix => matrix.Name != c.Name))
        {
            if (c.Base < operand.End && operand.Base < c.End)
            {
                return new(
                    ErrorCode.Overlap,
                    $"c at 0x{c.Base:x} + {c.Length} bytes overlaps {operand.Name} at 0x{operand.Base:x} + {operand.Length} bytes: apart, gaps included");
            }
        }

        return null;
    }
}
