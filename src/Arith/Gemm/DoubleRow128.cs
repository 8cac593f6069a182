using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace XrNpe.Arith;

/// <summary>Doubles, by fused multiply-add: every processor.</summary>
internal readonly unsafe struct DoubleRow128 : ITileRow<DoubleRow128>
{
    private readonly Vector128<double> _low;
    private readonly Vector128<double> _high;

    private DoubleRow128(Vector128<double> low, Vector128<double> high)
    {
        _low = low;
        _high = high;
    }

    public static bool IsSupported => true;

    public static int Rows => 6;

    public static int Columns => 4;

    public static int TermsPerStep => 1;

    public static int StepBytes => 8;

    public static int SumBytes => 32;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleRow128 MultiplyAdd(DoubleRow128 sums, byte* a, byte* b)
    {
        Vector128<double> term = Vector128.Create(*(double*)a);
        return new(
            Vector128.FusedMultiplyAdd(term, Vector128.Load((double*)b), sums._low),
            Vector128.FusedMultiplyAdd(term, Vector128.Load((double*)b + 2), sums._high));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddTo(DoubleRow128 sums, byte* target)
    {
        double* row = (double*)target;
        (sums._low + Vector128.Load(row)).Store(row);
        (sums._high + Vector128.Load(row + 2)).Store(row + 2);
    }
}
