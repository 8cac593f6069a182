using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace XrNpe.Arith;

/// <summary>Doubles, by fused multiply-add: AVX-512.</summary>
internal readonly unsafe struct DoubleRow512 : ITileRow<DoubleRow512>
{
    private readonly Vector512<double> _low;
    private readonly Vector512<double> _high;

    private DoubleRow512(Vector512<double> low, Vector512<double> high)
    {
        _low = low;
        _high = high;
    }

    public static bool IsSupported => Vector512.IsHardwareAccelerated;

    public static int Rows => 12;

    public static int Columns => 16;

    public static int TermsPerStep => 1;

    public static int StepBytes => 8;

    public static int SumBytes => 128;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleRow512 MultiplyAdd(DoubleRow512 sums, byte* a, byte* b)
    {
        Vector512<double> term = Vector512.Create(*(double*)a);
        return new(
            Vector512.FusedMultiplyAdd(term, Vector512.Load((double*)b), sums._low),
            Vector512.FusedMultiplyAdd(term, Vector512.Load((double*)b + 8), sums._high));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddTo(DoubleRow512 sums, byte* target)
    {
        double* row = (double*)target;
        (sums._low + Vector512.Load(row)).Store(row);
        (sums._high + Vector512.Load(row + 8)).Store(row + 8);
    }
}
