namespace XrNpe.Arith;

/// <summary>Shape of a matrix multiply C = A·B: A is M×K, B is K×N, C is M×N.</summary>
/// <param name="M">Rows of A and C.</param>
/// <param name="N">Columns of B and C.</param>
/// <param name="K">Terms of each dot product.</param>
public readonly record struct MatmulShape(int M, int N, int K)
{
    /// <summary>Multiply-accumulates, K unpadded.</summary>
    public long Macs => (long)M * N * K;

    /// <inheritdoc/>
    public override string ToString() => $"{M}×{K}×{N}";
}

/// <summary>The golden matrix multiply: exact dot products, one rounding each.</summary>
public static class MatrixMultiply
{
    /// <summary>C = round(activation(A·B) · 2^scale), every element rounded once.</summary>
    /// <param name="format">Format of A and B.</param>
    /// <param name="shape">The shape; K at most <see cref="Quire128.MaxTerms"/>.</param>
    /// <param name="a">A's codes, row-major, M×K, one code an element.</param>
    /// <param name="b">B's codes with K contiguous (B transposed, N×K), one code an element.</param>
    /// <param name="activation">Applied to each exact sum.</param>
    /// <param name="scale">Power of two applied before rounding.</param>
    /// <param name="output">Format of C.</param>
    /// <param name="c">C's codes, row-major, M×N.</param>
    /// <returns>Row-major index of the first NaR that met an FP4 output, or −1.</returns>
    /// <exception cref="ArgumentException">A span's length is not what the shape says.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="format"/> is float32, a dimension is below 1, or K is above <see cref="Quire128.MaxTerms"/>.
    /// </exception>
    public static long Run(
        NumberFormat format,
        MatmulShape shape,
        ReadOnlySpan<ushort> a,
        ReadOnlySpan<ushort> b,
        Activation activation,
        int scale,
        NumberFormat output,
        Span<uint> c)
    {
        Check(format, shape, a.Length, b.Length, c.Length);
        return JobGemm.Run(format, shape, a, b, channels: [], activation, scale, output, c);
    }

    /// <summary>The same as <see cref="Run"/>, code by code as the hardware does it: what the fast path must equal.</summary>
    /// <inheritdoc cref="Run"/>
    public static long RunPlain(
        NumberFormat format,
        MatmulShape shape,
        ReadOnlySpan<ushort> a,
        ReadOnlySpan<ushort> b,
        Activation activation,
        int scale,
        NumberFormat output,
        Span<uint> c)
    {
        Check(format, shape, a.Length, b.Length, c.Length);
        return Finish(shape, new PlainDotProducts(format, shape.K, a, b), channels: [], activation, scale, output, c);
    }

    /// <summary>C = round(activation(A·B + bias) · 2^(scale + channel scale)), bias and channel scale by column.</summary>
    /// <remarks>
    /// A sum that its bias takes out of 128 bits wraps, as in hardware. The driver makes no table with which that could happen.
    /// </remarks>
    /// <param name="format">Format of A and B.</param>
    /// <param name="shape">The shape; K at most <see cref="Quire128.MaxTerms"/>.</param>
    /// <param name="a">A's codes, row-major, M×K, one code an element.</param>
    /// <param name="b">B's codes with K contiguous (B transposed, N×K), one code an element.</param>
    /// <param name="channels">One entry for each of the N columns; empty for none.</param>
    /// <param name="activation">Applied to each exact sum, its bias included.</param>
    /// <param name="scale">Power of two applied before rounding.</param>
    /// <param name="output">Format of C.</param>
    /// <param name="c">C's codes, row-major, M×N.</param>
    /// <returns>Row-major index of the first NaR that met an FP4 output, or −1.</returns>
    /// <exception cref="ArgumentException">A span's length is not what the shape says.</exception>
    /// <exception cref="ArgumentOutOfRangeException">As of <see cref="Run"/>.</exception>
    public static long RunChannels(
        NumberFormat format,
        MatmulShape shape,
        ReadOnlySpan<ushort> a,
        ReadOnlySpan<ushort> b,
        ReadOnlySpan<ChannelEntry> channels,
        Activation activation,
        int scale,
        NumberFormat output,
        Span<uint> c)
    {
        Check(format, shape, a.Length, b.Length, c.Length);
        CheckChannels(shape, channels);
        return JobGemm.Run(format, shape, a, b, channels, activation, scale, output, c);
    }

    /// <summary>The same as <see cref="RunChannels"/>, code by code as the hardware does it: what the fast path must equal.</summary>
    /// <inheritdoc cref="RunChannels"/>
    public static long RunChannelsPlain(
        NumberFormat format,
        MatmulShape shape,
        ReadOnlySpan<ushort> a,
        ReadOnlySpan<ushort> b,
        ReadOnlySpan<ChannelEntry> channels,
        Activation activation,
        int scale,
        NumberFormat output,
        Span<uint> c)
    {
        Check(format, shape, a.Length, b.Length, c.Length);
        CheckChannels(shape, channels);
        return Finish(shape, new PlainDotProducts(format, shape.K, a, b), channels, activation, scale, output, c);
    }

    /// <summary>The exact dot product of two equally long spans of codes.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static Quire128 Dot(NumberFormat format, ReadOnlySpan<ushort> a, ReadOnlySpan<ushort> b)
    {
        if (a.Length != b.Length) throw new ArgumentException($"a dot product of {a.Length} codes with {b.Length}: the lengths must be equal", nameof(b));
        var quire = new Quire128(format);
        for (int k = 0; k < a.Length; k++) quire.AddProduct(a[k], b[k]);
        return quire;
    }

    private static long Finish<TDots>(
        MatmulShape shape, TDots dots, ReadOnlySpan<ChannelEntry> channels, Activation activation, int scale, NumberFormat output, Span<uint> c)
        where TDots : IDotProducts, allows ref struct
    {
        long firstNaR = -1;
        for (int row = 0; row < shape.M; row++)
        {
            for (int column = 0; column < shape.N; column++)
            {
                int index = (row * shape.N) + column;
                ChannelEntry channel = channels.IsEmpty ? default : channels[column];
                Quire128 biased = channel.AddTo(dots.Dot(row, column));
                c[index] = OutputStage.Finish(biased, activation, scale + channel.Scale, output, out bool narToFp4);
                if (narToFp4 && firstNaR < 0) firstNaR = index;
            }
        }

        return firstNaR;
    }

    private static void Check(NumberFormat format, MatmulShape shape, int a, int b, int c)
    {
        FormatInfo.RequireInput(format);
        ArgumentOutOfRangeException.ThrowIfLessThan(shape.M, 1, nameof(shape));
        ArgumentOutOfRangeException.ThrowIfLessThan(shape.N, 1, nameof(shape));
        ArgumentOutOfRangeException.ThrowIfLessThan(shape.K, 1, nameof(shape));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(shape.K, Quire128.MaxTerms, nameof(shape));
        if (a != (long)shape.M * shape.K) throw new ArgumentException($"A holds {a} codes, {shape.M}×{shape.K} wants {(long)shape.M * shape.K}", nameof(a));
        if (b != (long)shape.N * shape.K) throw new ArgumentException($"B holds {b} codes, {shape.K}×{shape.N} wants {(long)shape.N * shape.K}", nameof(b));
        if (c != (long)shape.M * shape.N) throw new ArgumentException($"C holds {c} codes, {shape.M}×{shape.N} wants {(long)shape.M * shape.N}", nameof(c));
    }

    private static void CheckChannels(MatmulShape shape, ReadOnlySpan<ChannelEntry> channels)
    {
        if (channels.IsEmpty || channels.Length == shape.N) return;
        throw new ArgumentException($"{channels.Length} channels for {shape.N} columns: one each, or none", nameof(channels));
    }
}
