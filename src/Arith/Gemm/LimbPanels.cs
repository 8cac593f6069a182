namespace XrNpe.Arith;

/// <summary>
/// Exact sums of posit(16,1) products whatever the data: each value, a 58-bit integer in units of 2^-28, is split into three limbs,
/// and the nine products of limbs are summed in doubles that are integers below 2^53, hence exact.
/// </summary>
internal sealed unsafe class LimbPanels<TRow> : IDisposable
    where TRow : struct, ITileRow<TRow>
{
    private const int Limbs = 3;
    private const int LimbBits = 20;
    private const int Diagonals = (2 * Limbs) - 1;
    private const int MostSums = 12 * 16;

    // Three products below 2^40 a term on the longest diagonal: 2^53 / (3 · 2^40) = 2730 terms.
    private const int MostSteps = 2048;

    private static readonly Lazy<double[]>[] Tables = [.. Enumerable.Range(0, Limbs).Select(limb => new Lazy<double[]>(() => BuildTable(limb)))];

    private readonly Panels<double>[] _a;
    private readonly Panels<double>[] _b;

    /// <summary>Splits and lays out both operands.</summary>
    public LimbPanels(CodeMatrix a, CodeMatrix b, int threads)
    {
        _a = Split(a, TRow.Rows, threads);
        _b = Split(b, TRow.Columns, threads);
    }

    /// <summary>Rows of tiles.</summary>
    public int RowTiles => _a[0].Tiles;

    /// <summary>Columns of tiles.</summary>
    public int ColumnTiles => _b[0].Tiles;

    /// <summary>Which rows and columns hold NaR.</summary>
    public NaRVectors NaR => new(_a[0].HasNaR, _b[0].HasNaR);

    /// <summary>The exact sums of one tile, in units of the product's LSB, row by row.</summary>
    public void Sum(int rowTile, int columnTile, Span<Int128> sums)
    {
        double* partial = stackalloc double[Diagonals * MostSums];
        int count = TRow.Rows * TRow.Columns;
        sums[..count].Clear();
        int steps = _a[0].Steps;
        for (int step = 0; step < steps; step += MostSteps)
        {
            int length = Math.Min(MostSteps, steps - step);
            new Span<double>(partial, Diagonals * MostSums).Clear();
            for (int i = 0; i < Limbs; i++)
            {
                for (int j = 0; j < Limbs; j++)
                {
                    double* a = _a[i].Tile(rowTile) + ((long)step * TRow.Rows);
                    double* b = _b[j].Tile(columnTile) + ((long)step * TRow.Columns);
                    Tile<TRow>.Run((byte*)(partial + ((i + j) * MostSums)), (byte*)a, (byte*)b, length);
                }
            }

            for (int e = 0; e < count; e++)
            {
                Int128 sum = (long)partial[((Diagonals - 1) * MostSums) + e];
                for (int d = Diagonals - 2; d >= 0; d--) sum = (sum << LimbBits) + (long)partial[(d * MostSums) + e];
                sums[e] += sum;
            }
        }
    }

    public void Dispose()
    {
        foreach (Panels<double> panels in _a.Concat(_b)) panels.Dispose();
    }

    private static Panels<double>[] Split(CodeMatrix codes, int tileVectors, int threads)
    {
        FormatInfo info = FormatInfo.Of(NumberFormat.P16);
        var panels = new Panels<double>[Limbs];
        for (int limb = 0; limb < Limbs; limb++)
        {
            fixed (double* table = Tables[limb].Value)
            {
                panels[limb] = new Panels<double>(codes, table, (int)info.Mask, (int)info.NaRCode, tileVectors, TRow.TermsPerStep, threads);
            }
        }

        return panels;
    }

    /// <summary>The limb by code: the lower ones without sign, the highest one with it.</summary>
    private static double[] BuildTable(int limb)
    {
        ReadOnlySpan<long> values = FixedPoint.Table(NumberFormat.P16);
        var table = new double[values.Length];
        for (int code = 0; code < table.Length; code++)
        {
            long shifted = values[code] >> (limb * LimbBits);
            table[code] = limb == Limbs - 1 ? shifted : shifted & ((1L << LimbBits) - 1);
        }

        return table;
    }
}
