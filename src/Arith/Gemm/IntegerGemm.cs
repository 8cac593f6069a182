using System.Runtime.CompilerServices;

namespace XrNpe.Arith;

/// <summary>What a kernel must know of the sums it makes.</summary>
/// <param name="stepsPerFlush">Steps after which register sums must move to memory lest they overflow.</param>
/// <param name="wide">True when a sum over all of K may need more than 32 bits.</param>
/// <param name="correction">Per column what to start from, instead of 0; null for none. Padded to whole tiles.</param>
internal readonly unsafe struct SumPlan(int stepsPerFlush, bool wide, int* correction)
{
    /// <summary>Steps after which register sums must move to memory.</summary>
    public int StepsPerFlush => stepsPerFlush;

    /// <summary>True when a sum over all of K may need more than 32 bits.</summary>
    public bool Wide => wide;

    /// <summary>Per column what to start from; null for 0.</summary>
    public int* Correction => correction;
}

/// <summary>Walks the tiles of C with an integer kernel.</summary>
internal static unsafe class IntegerGemm<TRow>
    where TRow : struct, ITileRow<TRow>
{
    private const int MostSums = 12 * 32;

    /// <summary>Computes the tiles of an area of C and hands every row of sums to the sink.</summary>
    [SkipLocalsInit]
    public static void Run<T, TSecond, TSink>(Panels<T> a, Panels<TSecond> b, SumPlan plan, TileArea area, TSink sink)
        where T : unmanaged, System.Numerics.INumber<T>
        where TSecond : unmanaged, System.Numerics.INumber<TSecond>
        where TSink : ISumSink
    {
        int m = a.HasNaR.Length;
        int n = b.HasNaR.Length;
        int* sums = stackalloc int[MostSums];
        long* wide = stackalloc long[plan.Wide ? MostSums : 1];

        // Columns outside, rows inside: a panel of B stays in the first-level cache while A streams from the second.
        for (int columnTile = area.FirstColumn; columnTile < area.LastColumn; columnTile++)
        {
            int column = columnTile * TRow.Columns;
            int columns = Math.Min(TRow.Columns, n - column);
            for (int rowTile = area.FirstRow; rowTile < area.LastRow; rowTile++)
            {
                int row = rowTile * TRow.Rows;
                int rows = Math.Min(TRow.Rows, m - row);
                Start(sums, plan.Correction == null ? null : plan.Correction + column);
                if (plan.Wide) new Span<long>(wide, TRow.Rows * TRow.Columns).Clear();

                byte* aStep = (byte*)a.Tile(rowTile);
                byte* bStep = (byte*)b.Tile(columnTile);
                for (int step = 0; step < a.Steps; step += plan.StepsPerFlush)
                {
                    int steps = Math.Min(plan.StepsPerFlush, a.Steps - step);
                    Tile<TRow>.Run((byte*)sums, aStep, bStep, steps);
                    aStep += (long)steps * TRow.Rows * TRow.StepBytes;
                    bStep += (long)steps * TRow.Columns * TRow.StepBytes;
                    if (plan.Wide) Widen(sums, wide);
                }

                for (int i = 0; i < rows; i++)
                {
                    if (plan.Wide) sink.Wide(row + i, column, columns, TRow.Columns, wide + (i * TRow.Columns));
                    else sink.Narrow(row + i, column, columns, TRow.Columns, sums + (i * TRow.Columns));
                }
            }
        }
    }

    /// <summary>Per column of B: −<paramref name="offset"/> times the sum of its terms, padded to whole tiles.</summary>
    /// <param name="b">B's panels of signed bytes.</param>
    /// <param name="offset">What A's values are too large by.</param>
    /// <param name="stepsPerFlush">As in <see cref="SumPlan"/>.</param>
    /// <param name="correction">Receives the result.</param>
    public static void Correct(Panels<sbyte> b, int offset, int stepsPerFlush, Span<int> correction)
    {
        uint fourOffsets = (uint)offset * 0x0101_0101;
        correction.Clear();
        fixed (int* first = correction)
        {
            for (int tile = 0; tile < b.Tiles; tile++)
            {
                int* sums = first + (tile * TRow.Columns);
                byte* step = (byte*)b.Tile(tile);
                for (int done = 0; done < b.Steps; done += stepsPerFlush)
                {
                    TRow row = default;
                    for (int i = Math.Min(stepsPerFlush, b.Steps - done); i > 0; i--)
                    {
                        row = TRow.MultiplyAdd(row, (byte*)&fourOffsets, step);
                        step += TRow.Columns * TRow.StepBytes;
                    }

                    TRow.AddTo(row, (byte*)sums);
                }
            }
        }

        for (int i = 0; i < correction.Length; i++) correction[i] = -correction[i];
    }

    private static void Start(int* sums, int* correction)
    {
        if (correction == null)
        {
            new Span<int>(sums, TRow.Rows * TRow.Columns).Clear();
            return;
        }

        var first = new ReadOnlySpan<int>(correction, TRow.Columns);
        for (int i = 0; i < TRow.Rows; i++) first.CopyTo(new Span<int>(sums + (i * TRow.Columns), TRow.Columns));
    }

    private static void Widen(int* sums, long* wide)
    {
        for (int i = 0; i < TRow.Rows * TRow.Columns; i++)
        {
            wide[i] += sums[i];
            sums[i] = 0;
        }
    }
}
