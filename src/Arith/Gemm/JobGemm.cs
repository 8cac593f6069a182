namespace XrNpe.Arith;

/// <summary>The fast path of <see cref="MatrixMultiply"/>: the kernels of <see cref="Gemm"/> with a job's output stage behind them.</summary>
internal static unsafe class JobGemm
{
    /// <summary>
    /// C = round(activation(A·B + bias) · 2^(scale + channel scale)); arguments as in <see cref="MatrixMultiply.RunChannels"/>, checked.
    /// </summary>
    /// <returns>Row-major index of the first NaR that met an FP4 output, or −1.</returns>
    public static long Run(
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
        ChannelTerm[] terms = ChannelTerm.Of(channels, scale, shape.N);
        fixed (ushort* aData = a, bData = b)
        fixed (uint* cData = c)
        {
            var rows = new CodeMatrix(aData, wide: true, shape.M, shape.K, shape.K, 1);
            var columns = new CodeMatrix(bData, wide: true, shape.N, shape.K, shape.K, 1);
            var sink = new QuireSink(new JobOutput(format, activation, output), terms, cData);
            NaRVectors nar = format == NumberFormat.P16 ? Wide(rows, columns, sink)
                : LaneSink.Fits(format, terms) ? Small(format, rows, columns, new LaneSink(format, activation, terms, output, cData))
                : Small(format, rows, columns, sink);
            return nar.IsEmpty ? -1 : Poison(nar, shape, output, c);
        }
    }

    private static NaRVectors Small<TSink>(NumberFormat format, CodeMatrix a, CodeMatrix b, TSink sink)
        where TSink : struct, ISumSink => SmallGemm.Run(format, a, b, sink, threads: 1, LaneWidth.Widest);

    private static NaRVectors Wide(CodeMatrix a, CodeMatrix b, QuireSink sink)
    {
        if (DoubleRow512.IsSupported) return Wide<DoubleRow512>(a, b, sink);
        return DoubleRow256.IsSupported ? Wide<DoubleRow256>(a, b, sink) : Wide<DoubleRow128>(a, b, sink);
    }

    private static NaRVectors Wide<TRow>(CodeMatrix a, CodeMatrix b, QuireSink sink)
        where TRow : struct, ITileRow<TRow>
    {
        using var limbs = new LimbPanels<TRow>(a, b, threads: 1);
        Span<Int128> sums = new Int128[TRow.Rows * TRow.Columns];
        for (int columnTile = 0; columnTile < limbs.ColumnTiles; columnTile++)
        {
            for (int rowTile = 0; rowTile < limbs.RowTiles; rowTile++)
            {
                limbs.Sum(rowTile, columnTile, sums);
                int row = rowTile * TRow.Rows;
                int column = columnTile * TRow.Columns;
                for (int i = 0; i < Math.Min(TRow.Rows, a.Count - row); i++)
                {
                    for (int j = 0; j < Math.Min(TRow.Columns, b.Count - column); j++) sink.Store(row + i, column + j, sums[(i * TRow.Columns) + j]);
                }
            }
        }

        return limbs.NaR;
    }

    private static long Poison(NaRVectors nar, MatmulShape shape, NumberFormat output, Span<uint> c)
    {
        uint code = FormatInfo.Of(output).NaRCode;
        long first = -1;
        for (int row = 0; row < shape.M; row++)
        {
            for (int column = 0; column < shape.N; column++)
            {
                if (!nar[row, column]) continue;
                int index = (row * shape.N) + column;
                c[index] = code;
                if (first < 0) first = index;
            }
        }

        return output == NumberFormat.Fp4 ? first : -1;
    }
}
