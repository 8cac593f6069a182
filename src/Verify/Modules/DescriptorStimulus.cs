using System.Buffers.Binary;
using XrNpe.Arith;
using XrNpe.Coproc;

namespace XrNpe.Verify;

/// <summary>
/// Descriptors around every boundary of every check: matrices and windows that are right, whose C then touches or misses what it must not,
/// or the end of the address space, and of which one or two fields are then spoilt.
/// </summary>
internal static class DescriptorStimulus
{
    private static readonly long[] Nudges = [-8, -4, -2, -1, 0, 0, 1, 2, 4, 8];

    /// <summary>The next descriptor, as bytes.</summary>
    public static byte[] Next(Random random, CoprocConfig config)
    {
        Descriptor d = random.Next(2) == 0 ? Matrix(random, config) : Convolution(random, config);
        d = Strides(random, Outputs(random, config, d));
        byte[] bytes = Addresses(random, d).ToBytes();
        for (int spoilt = random.Next(3); spoilt > 0; spoilt--) Spoil(random, bytes);
        if (random.Next(50) == 0) SpoilReserved(random, bytes);
        return bytes;
    }

    private static Descriptor Matrix(Random random, CoprocConfig config) => new()
    {
        InputFormat = Input(random, config),
        M = Dimension(random),
        N = Dimension(random),
        K = random.Next(3) == 0 ? (uint)random.Next(1, Quire128.MaxTerms + 2) : (uint)random.Next(1, 20),
    };

    private static Descriptor Convolution(Random random, CoprocConfig config)
    {
        byte format = Input(random, config);
        (int height, int width, int channels) = Kernel(random, config, FormatInfo.Of((NumberFormat)format).Lanes);
        var window = new ConvWindow
        {
            Height = Size(random, height),
            Width = Size(random, width),
            Channels = channels,
            KernelHeight = height,
            KernelWidth = width,
            StrideY = random.Next(4) == 0 ? random.Next(1, 256) : random.Next(1, 4),
            StrideX = random.Next(4) == 0 ? random.Next(1, 256) : random.Next(1, 4),
            PadTop = Padding(random),
            PadLeft = Padding(random),
            PadBottom = Padding(random),
            PadRight = Padding(random),
        };
        window = window.WithLargestOutput();
        window = random.Next(8) switch
        {
            0 => window with { OutHeight = window.OutHeight + 1 },
            1 => window with { OutWidth = window.OutWidth + 1 },
            2 => window with { OutHeight = random.Next(1, window.OutHeight + 1), OutWidth = random.Next(1, window.OutWidth + 1) },
            _ => window,
        };
        window = window with { OutHeight = Math.Clamp(window.OutHeight, 1, ushort.MaxValue), OutWidth = Math.Clamp(window.OutWidth, 1, ushort.MaxValue) };
        return window.ApplyTo(new Descriptor { InputFormat = format, M = (uint)window.Rows, N = Dimension(random), K = (uint)window.Terms });
    }

    /// <summary>A kernel whose rows are often as long as the buffers allow, or an entry longer.</summary>
    private static (int Height, int Width, int Channels) Kernel(Random random, CoprocConfig config, int lanes)
    {
        // The longest row that fits: it must, wherever in an entry it starts.
        int limit = config.BufferDepth - (config.DataWidth / 16) + 1;
        bool fits = random.Next(2) == 0;
        int width = random.Next(4) == 0 ? random.Next(1, 256) : random.Next(1, 8);
        if (fits) width = Math.Min(width, limit);
        int height = random.Next(4) == 0 ? random.Next(1, 256) : random.Next(1, 8);
        int channels = random.Next(1, 20);
        if (random.Next(3) == 0)
        {
            channels = ((limit / width) + random.Next(-1, 2)) * lanes - random.Next(lanes);
            height = random.Next(1, 3);
        }

        if (random.Next(6) == 0) channels = random.Next(1, Quire128.MaxTerms);
        if (fits) channels = Math.Min(channels, limit / width * lanes);
        channels = Math.Clamp(channels, 1, Quire128.MaxTerms);
        width = Math.Clamp(width, 1, Math.Max(1, Quire128.MaxTerms / channels));
        height = Math.Clamp(height, 1, Math.Max(1, Quire128.MaxTerms / (channels * width)));
        return (height, width, channels);
    }

    private static Descriptor Outputs(Random random, CoprocConfig config, Descriptor d)
    {
        OutputSettings settings = OutputSettings.Random(random, NumberFormat.P8, NumberFormat.P8);
        NumberFormat[] outputs = [.. config.Formats, NumberFormat.F32];
        return d with
        {
            OutputFormat = (byte)outputs[random.Next(outputs.Length)],
            Activation = (byte)settings.Activation.Kind,
            SlopeM = settings.Activation.SlopeM,
            SlopeS = settings.Activation.SlopeS,
            Scale = (sbyte)settings.Scale,
            ChannelTable = random.Next(2) == 0 ? 0ul : 8ul * (ulong)random.Next(1, 1 << 20),
        };
    }

    private static Descriptor Strides(Random random, Descriptor d)
    {
        MatrixExtent[] matrices = MatrixExtent.Of(d);
        uint Stride(int index)
        {
            long step = matrices[index].Alignment;
            long extra = random.Next(8) switch { 0 => -step, 1 => step, 2 => step * random.Next(100), 3 => step * random.Next(1 << 28), _ => 0 };
            return (uint)Math.Clamp(matrices[index].RowBytes + extra, 0, uint.MaxValue - 3);
        }

        return d with { AStride = Stride(0), BStride = Stride(1), CStride = Stride(2) };
    }

    /// <summary>Everything apart; then C beside, upon or far from something, or something at the end of the address space.</summary>
    private static Descriptor Addresses(Random random, Descriptor d)
    {
        ulong Anywhere() => random.Next(2) == 0 ? 8ul * (ulong)random.Next() : (ulong)random.NextInt64() << 1;
        d = d with { AAddress = Anywhere(), BAddress = Anywhere(), CAddress = Anywhere(), Next = (ulong)random.NextInt64() };
        if (d.ChannelTable != 0 && random.Next(2) == 0) d = d with { ChannelTable = Anywhere() & ~7ul };
        if (random.Next(3) == 0) d = AtTheEnd(random, d);
        if (random.Next(3) == 0) return d;

        MatrixExtent[] matrices = MatrixExtent.Of(d);
        MatrixExtent c = matrices[2];
        MatrixExtent other = matrices[random.Next(matrices.Length)];
        UInt128 place = random.Next(2) == 0 ? other.End : other.Base - c.Length;
        return d with { CAddress = Nudged(random, (ulong)place) };
    }

    private static Descriptor AtTheEnd(Random random, Descriptor d)
    {
        MatrixExtent[] matrices = MatrixExtent.Of(d);
        int index = random.Next(matrices.Length);
        ulong place = Nudged(random, unchecked(0 - (ulong)matrices[index].Length));
        return index switch
        {
            0 => d with { AAddress = place },
            1 => d with { BAddress = place },
            2 => d with { CAddress = place },
            _ => d with { ChannelTable = place },
        };
    }

    private static ulong Nudged(Random random, ulong address) => unchecked(address + (ulong)Nudges[random.Next(Nudges.Length)]);

    /// <summary>A field becomes 0, its end, a neighbour, or has one bit wrong.</summary>
    private static void Spoil(Random random, byte[] bytes)
    {
        DescriptorField field = DescriptorLayout.Fields[random.Next(DescriptorLayout.Fields.Count)];
        Span<byte> wide = stackalloc byte[sizeof(ulong)];
        Span<byte> target = bytes.AsSpan(field.Offset, field.Bytes);
        target.CopyTo(wide);
        ulong value = BinaryPrimitives.ReadUInt64LittleEndian(wide);
        value = random.Next(6) switch
        {
            0 => 0,
            1 => ulong.MaxValue,
            2 => unchecked(value + 1),
            3 => unchecked(value - 1),
            _ => value ^ (1ul << random.Next(8 * field.Bytes)),
        };
        BinaryPrimitives.WriteUInt64LittleEndian(wide, value);
        wide[..field.Bytes].CopyTo(target);
    }

    private static void SpoilReserved(Random random, byte[] bytes)
    {
        (int offset, int count) = DescriptorLayout.Reserved[random.Next(DescriptorLayout.Reserved.Count)];
        bytes[offset + random.Next(count)] = (byte)(1 << random.Next(8));
    }

    private static byte Input(Random random, CoprocConfig config) => (byte)config.Formats[random.Next(config.Formats.Count)];

    private static uint Dimension(Random random) => random.Next(8) switch
    {
        0 => 1,
        1 => (uint)random.NextInt64(1, 1L << 32),
        2 => (uint)random.Next(1, 1 << 16),
        _ => (uint)random.Next(1, 40),
    };

    private static int Size(Random random, int kernel) => random.Next(4) == 0 ? random.Next(1, ushort.MaxValue + 1) : kernel + random.Next(20);

    private static int Padding(Random random) => random.Next(4) == 0 ? random.Next(256) : random.Next(3);
}
