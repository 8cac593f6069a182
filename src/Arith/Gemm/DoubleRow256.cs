using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace XrNpe.Arith;

/// <summary>Doubles, by fused multiply-add: AVX2.</summary>
internal readonly unsafe struct DoubleRow256 : ITileRow<DoubleRow256>
{
    private readonly Vector256<double> _low;
    private readonly Vector256<double> _high;

    private DoubleRow256(Vector256<double> low, Vector256<double> high)
    {
        _low = low;
        _high = high;
    }

    public static bool IsSupported => Vector256.IsHardwareAccelerated;

    public static int Rows => 6;

    public static int Columns => 8;

    public static int TermsPerStep => 1;

    public static int StepBytes => 8;

    public static int SumBytes => 64;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleRow256 MultiplyAdd(DoubleRow256 sums, byte* a, byte* b)
    {
        Vector256<double> term = Vector256.Create(*(double*)a);
        return new(
            Vector256.FusedMultiplyAdd(term, Vector256.Load((double*)b), sums._low),
            Vector256.FusedMultiplyAdd(term, Vector256.Load((double*)b + 4), sums._high));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddTo(DoubleRow256 sums, byte* target)
    {
        double* row = (double*)target;
        (sums._low + Vector256.Load(row)).Store(row);
        (sums._high + Vector256.Load(row + 4)).Store(row + 4);
    }
}
