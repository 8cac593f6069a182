using System.Runtime.CompilerServices;

namespace XrNpe.Arith;

/// <summary>The inner loop of every matrix multiply: a tile of sums in registers, one step of K after the other.</summary>
internal static unsafe class Tile<TRow>
    where TRow : struct, ITileRow<TRow>
{
    /// <summary>Adds <paramref name="steps"/> steps to a tile of sums in memory.</summary>
    /// <param name="sums">Rows of sums, each <c>TRow.SumBytes</c> long.</param>
    /// <param name="a">A's panel: for each step, the step's terms of each row.</param>
    /// <param name="b">B's panel: for each step, the step's terms of each column.</param>
    /// <param name="steps">Number of steps.</param>
    public static void Run(byte* sums, byte* a, byte* b, int steps)
    {
        if (TRow.Rows == 12) Twelve(sums, a, b, steps);
        else Six(sums, a, b, steps);
    }

    // Accumulators must be locals to live in registers, hence no array and no loop over rows.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Twelve(byte* sums, byte* a, byte* b, int steps)
    {
        TRow r0 = default, r1 = default, r2 = default, r3 = default, r4 = default, r5 = default;
        TRow r6 = default, r7 = default, r8 = default, r9 = default, r10 = default, r11 = default;
        for (int step = 0; step < steps; step++)
        {
            r0 = TRow.MultiplyAdd(r0, a, b);
            r1 = TRow.MultiplyAdd(r1, a + TRow.StepBytes, b);
            r2 = TRow.MultiplyAdd(r2, a + (2 * TRow.StepBytes), b);
            r3 = TRow.MultiplyAdd(r3, a + (3 * TRow.StepBytes), b);
            r4 = TRow.MultiplyAdd(r4, a + (4 * TRow.StepBytes), b);
            r5 = TRow.MultiplyAdd(r5, a + (5 * TRow.StepBytes), b);
            r6 = TRow.MultiplyAdd(r6, a + (6 * TRow.StepBytes), b);
            r7 = TRow.MultiplyAdd(r7, a + (7 * TRow.StepBytes), b);
            r8 = TRow.MultiplyAdd(r8, a + (8 * TRow.StepBytes), b);
            r9 = TRow.MultiplyAdd(r9, a + (9 * TRow.StepBytes), b);
            r10 = TRow.MultiplyAdd(r10, a + (10 * TRow.StepBytes), b);
            r11 = TRow.MultiplyAdd(r11, a + (11 * TRow.StepBytes), b);
            a += 12 * TRow.StepBytes;
            b += TRow.Columns * TRow.StepBytes;
        }

        TRow.AddTo(r0, sums);
        TRow.AddTo(r1, sums + TRow.SumBytes);
        TRow.AddTo(r2, sums + (2 * TRow.SumBytes));
        TRow.AddTo(r3, sums + (3 * TRow.SumBytes));
        TRow.AddTo(r4, sums + (4 * TRow.SumBytes));
        TRow.AddTo(r5, sums + (5 * TRow.SumBytes));
        TRow.AddTo(r6, sums + (6 * TRow.SumBytes));
        TRow.AddTo(r7, sums + (7 * TRow.SumBytes));
        TRow.AddTo(r8, sums + (8 * TRow.SumBytes));
        TRow.AddTo(r9, sums + (9 * TRow.SumBytes));
        TRow.AddTo(r10, sums + (10 * TRow.SumBytes));
        TRow.AddTo(r11, sums + (11 * TRow.SumBytes));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Six(byte* sums, byte* a, byte* b, int steps)
    {
        TRow r0 = default, r1 = default, r2 = default, r3 = default, r4 = default, r5 = default;
        for (int step = 0; step < steps; step++)
        {
            r0 = TRow.MultiplyAdd(r0, a, b);
            r1 = TRow.MultiplyAdd(r1, a + TRow.StepBytes, b);
            r2 = TRow.MultiplyAdd(r2, a + (2 * TRow.StepBytes), b);
            r3 = TRow.MultiplyAdd(r3, a + (3 * TRow.StepBytes), b);
            r4 = TRow.MultiplyAdd(r4, a + (4 * TRow.StepBytes), b);
            r5 = TRow.MultiplyAdd(r5, a + (5 * TRow.StepBytes), b);
            a += 6 * TRow.StepBytes;
            b += TRow.Columns * TRow.StepBytes;
        }

        TRow.AddTo(r0, sums);
        TRow.AddTo(r1, sums + TRow.SumBytes);
        TRow.AddTo(r2, sums + (2 * TRow.SumBytes));
        TRow.AddTo(r3, sums + (3 * TRow.SumBytes));
        TRow.AddTo(r4, sums + (4 * TRow.SumBytes));
        TRow.AddTo(r5, sums + (5 * TRow.SumBytes));
    }
}
