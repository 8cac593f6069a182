namespace XrNpe.Arith;

/// <summary>
/// Matrix multiply of fp4, p4 and p8: their values are small integers in units of the smallest one, so every sum is an exact
/// integer, in any order. Chooses the kernel by format, data and processor.
/// </summary>
internal static unsafe class SmallGemm
{
    private const int MostByteTerms = 1 << 16;

    /// <summary>Sums every element of C and hands it to the sink; those with NaR among their terms are wrong, see the result.</summary>
    /// <param name="format">fp4, p4 or p8.</param>
    /// <param name="a">The rows of A.</param>
    /// <param name="b">The columns of B.</param>
    /// <param name="sink">Takes the sums.</param>
    /// <param name="threads">Threads to use at most.</param>
    /// <param name="width">The widest vectors to use.</param>
    public static NaRVectors Run<TSink>(NumberFormat format, CodeMatrix a, CodeMatrix b, TSink sink, int threads, LaneWidth width)
        where TSink : struct, ISumSink
    {
        bool wide = Int16Row512.IsSupported && width == LaneWidth.Widest;
        bool avx2 = Int16Row256.IsSupported && width != LaneWidth.Scalar;
        bool bytes = a.Terms <= MostByteTerms && FitsBytes(format, a, b);
        if (bytes && format == NumberFormat.Fp4 && wide) return Bytes<ByteRow512, TSink>(format, a, b, sink, threads);
        if (bytes && format == NumberFormat.Fp4 && avx2) return Bytes<ByteRow256, TSink>(format, a, b, sink, threads);
        if (bytes && wide) return Bytes<WideByteRow512, TSink>(format, a, b, sink, threads);
        if (bytes && avx2) return Bytes<WideByteRow256, TSink>(format, a, b, sink, threads);
        if (wide) return Int16<Int16Row512, TSink>(format, a, b, sink, threads);
        return avx2 ? Int16<Int16Row256, TSink>(format, a, b, sink, threads) : Int16<Int16Row128, TSink>(format, a, b, sink, threads);
    }

    /// <summary>FP4 always; posit(4,1) while there is no ±16 (codes 7 and 9), which is 256 sixteenths.</summary>
    private static bool FitsBytes(NumberFormat format, CodeMatrix a, CodeMatrix b) => format switch
    {
        NumberFormat.Fp4 => true,
        NumberFormat.P4 => !a.MayHold(7, 9) && !b.MayHold(7, 9),
        _ => false,
    };

    private static NaRVectors Bytes<TRow, TSink>(NumberFormat format, CodeMatrix a, CodeMatrix b, TSink sink, int threads)
        where TRow : struct, ITileRow<TRow>
        where TSink : struct, ISumSink
    {
        // A half of ByteRow grows by at most 2·24·12 a step; WideByteRow sums in 32 bits, which MostByteTerms cannot fill.
        const int Fp4Flush = short.MaxValue / (2 * 24 * 12);
        int flush = format == NumberFormat.Fp4 ? Fp4Flush : MostByteTerms;
        FormatInfo info = FormatInfo.Of(format);
        int nar = NaRCode(info);

        // What A is too large by, B's column sums take back.
        int offset = KernelTables.Offset(format);
        using var left = new Panels<byte>(a, KernelTables.Byte(format), (int)info.Mask, nar, TRow.Rows, TRow.TermsPerStep, threads);
        using var right = new Panels<sbyte>(b, KernelTables.SByte(format), (int)info.Mask, nar, TRow.Columns, TRow.TermsPerStep, threads);
        int[] correction = GC.AllocateArray<int>(right.Tiles * TRow.Columns, pinned: true);
        IntegerGemm<TRow>.Correct(right, offset, flush, correction);

        var plan = new SumPlan(flush, wide: false, (int*)System.Runtime.CompilerServices.Unsafe.AsPointer(ref correction[0]));
        TileArea.Run(left.Tiles, right.Tiles, threads, area => IntegerGemm<TRow>.Run(left, right, plan, area, sink));
        GC.KeepAlive(correction);
        return new NaRVectors(left.HasNaR, right.HasNaR);
    }

    private static NaRVectors Int16<TRow, TSink>(NumberFormat format, CodeMatrix a, CodeMatrix b, TSink sink, int threads)
        where TRow : struct, ITileRow<TRow>
        where TSink : struct, ISumSink
    {
        FormatInfo info = FormatInfo.Of(format);
        int nar = NaRCode(info);
        using var left = new Panels<short>(a, KernelTables.Int16(format), (int)info.Mask, nar, TRow.Rows, TRow.TermsPerStep, threads);
        using var right = new Panels<short>(b, KernelTables.Int16(format), (int)info.Mask, nar, TRow.Columns, TRow.TermsPerStep, threads);

        // As many steps between flushes as the data at hand allows: few matrices hold the largest values.
        long perStep = Math.Max(1, 2L * left.LargestMagnitude(threads) * right.LargestMagnitude(threads));
        int flush = (int)Math.Min(int.MaxValue / perStep, left.Steps);
        var plan = new SumPlan(flush, wide: perStep * left.Steps > int.MaxValue, correction: null);
        TileArea.Run(left.Tiles, right.Tiles, threads, area => IntegerGemm<TRow>.Run(left, right, plan, area, sink));
        return new NaRVectors(left.HasNaR, right.HasNaR);
    }

    private static int NaRCode(FormatInfo info) => info.HasNaR ? (int)info.NaRCode : -1;
}
