using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace XrNpe.Arith;

/// <summary>
/// Matrix multiply of posit(16,1). Sums are computed in double with a rigorous error bound, see <see cref="VectorBounds"/>; where
/// both ends of the interval round to the same code, that is the correctly rounded result. What stays open is computed again in
/// 128-bit integers: one by one where it is little, and by <see cref="LimbPanels{TRow}"/> where a tile has much of it.
/// </summary>
internal static unsafe class WideGemm
{
    private const int MostSums = 12 * 16;
    private const int MostColumns = 16;

    /// <summary>Open elements of a tile up to which they are computed one by one: nine more passes over a tile cost about as much.</summary>
    private const int FewOpen = 8;

    /// <summary>C = A·B, correctly rounded; elements with NaR among their terms are wrong, see the result.</summary>
    public static NaRVectors Run(CodeMatrix a, CodeMatrix b, ushort* c, nint rowStride, nint columnStride, int threads, LaneWidth width)
    {
        var target = new Target(a, b, c, rowStride, columnStride, width);
        if (DoubleRow512.IsSupported && width == LaneWidth.Widest) return Run<DoubleRow512>(a, b, target, threads);
        return DoubleRow256.IsSupported && width != LaneWidth.Scalar
            ? Run<DoubleRow256>(a, b, target, threads)
            : Run<DoubleRow128>(a, b, target, threads);
    }

    private static NaRVectors Run<TRow>(CodeMatrix a, CodeMatrix b, Target target, int threads)
        where TRow : struct, ITileRow<TRow>
    {
        FormatInfo info = FormatInfo.Of(NumberFormat.P16);
        using var left = new Panels<double>(a, KernelTables.Posit16, (int)info.Mask, (int)info.NaRCode, TRow.Rows, TRow.TermsPerStep, threads);
        using var right = new Panels<double>(b, KernelTables.Posit16, (int)info.Mask, (int)info.NaRCode, TRow.Columns, TRow.TermsPerStep, threads);
        var rows = new VectorBounds(left, threads);
        var columns = new VectorBounds(right, threads);
        var limbs = new Lazy<LimbPanels<TRow>>(() => new LimbPanels<TRow>(a, b, threads));
        TileArea.Run(left.Tiles, right.Tiles, threads, area => Tiles(left, right, rows, columns, limbs, area, target));
        if (limbs.IsValueCreated) limbs.Value.Dispose();
        return new NaRVectors(left.HasNaR, right.HasNaR);
    }

    [SkipLocalsInit]
    private static void Tiles<TRow>(
        Panels<double> a, Panels<double> b, VectorBounds rows, VectorBounds columns, Lazy<LimbPanels<TRow>> limbs, TileArea area, Target target)
        where TRow : struct, ITileRow<TRow>
    {
        int m = a.HasNaR.Length;
        int n = b.HasNaR.Length;
        double* sums = stackalloc double[MostSums];
        Span<int> open = stackalloc int[MostSums];
        Span<Int128> exact = stackalloc Int128[MostSums];
        for (int columnTile = area.FirstColumn; columnTile < area.LastColumn; columnTile++)
        {
            int column = columnTile * TRow.Columns;
            for (int rowTile = area.FirstRow; rowTile < area.LastRow; rowTile++)
            {
                int row = rowTile * TRow.Rows;
                new Span<double>(sums, TRow.Rows * TRow.Columns).Clear();
                Tile<TRow>.Run((byte*)sums, (byte*)a.Tile(rowTile), (byte*)b.Tile(columnTile), a.Steps);
                int openCount = 0;
                for (int i = 0; i < Math.Min(TRow.Rows, m - row); i++)
                {
                    openCount += target.Row(
                        row + i, column, Math.Min(TRow.Columns, n - column), sums + (i * TRow.Columns), rows, columns, i * TRow.Columns, TRow.Columns, open[openCount..]);
                }

                if (openCount == 0) continue;
                bool many = openCount > FewOpen;
                if (many) limbs.Value.Sum(rowTile, columnTile, exact);
                foreach (int element in open[..openCount])
                {
                    int elementRow = row + (element / TRow.Columns);
                    int elementColumn = column + (element % TRow.Columns);
                    target.Store(elementRow, elementColumn, many ? exact[element] : target.Exact(elementRow, elementColumn));
                }
            }
        }
    }

    /// <summary>Where the codes go, and what it takes to compute one exactly.</summary>
    private sealed class Target(CodeMatrix a, CodeMatrix b, ushort* c, nint rowStride, nint columnStride, LaneWidth width)
    {
        // Two more roundings where the interval's ends are computed.
        private readonly double _relativeError = (a.Terms + 4) * Math.Pow(2, -53) * (1 + 1e-6);

        /// <summary>Rounds and stores a row of a tile, and lists the elements that stay open.</summary>
        /// <returns>The number of open elements.</returns>
        [SkipLocalsInit]
        public int Row(
            int row, int column, int count, double* sums, VectorBounds rows, VectorBounds columns, int firstElement, int readable, Span<int> open)
        {
            int* low = stackalloc int[2 * MostColumns];
            int* high = low + readable;
            ushort* codes = stackalloc ushort[2 * MostColumns];
            double norm = rows.Norms[row] * _relativeError;
            double scaledNorm = rows.ScaledNorms[row];
            for (int i = 0; i < readable; i += Vector256<double>.Count)
            {
                const double ExactBelow = 1L << 52;
                Vector256<double> sum = Vector256.Load(sums + i);
                Vector256<double> error = Vector256.Create(columns.Norms.AsSpan(column + i)) * norm;
                Vector256<double> reach = Vector256.Create(columns.ScaledNorms.AsSpan(column + i)) * scaledNorm;
                error = Vector256.ConditionalSelect(Vector256.LessThan(reach, Vector256.Create(ExactBelow)), Vector256<double>.Zero, error);
                StickySingle.Bits(sum - error).Store(low + i);
                StickySingle.Bits(sum + error).Store(high + i);
            }

            LaneLoop<SingleToPosit16>.Run(low, codes, 2 * readable, width);
            ushort* target = c + (row * rowStride) + (column * columnStride);
            int openCount = 0;
            for (int i = 0; i < count; i++)
            {
                target[i * columnStride] = codes[i];
                if (codes[i] != codes[readable + i]) open[openCount++] = firstElement + i;
            }

            return openCount;
        }

        /// <summary>Rounds and stores an exact sum, in units of the product's LSB.</summary>
        public void Store(int row, int column, Int128 sum)
        {
            bool negative = Int128.IsNegative(sum);
            c[(row * rowStride) + (column * columnStride)] = (ushort)RoundPack.Round(
                NumberFormat.P16, negative, (UInt128)(negative ? -sum : sum), FormatInfo.Of(NumberFormat.P16).ProductLsbExponent);
        }

        /// <summary>The exact sum of one element.</summary>
        public Int128 Exact(int row, int column)
        {
            ReadOnlySpan<long> table = FixedPoint.Table(NumberFormat.P16);
            Int128 sum = Int128.Zero;
            for (int k = 0; k < a.Terms; k++) sum += Math.BigMul(table[(int)a[row, k]], table[(int)b[column, k]]);
            return sum;
        }
    }
}
