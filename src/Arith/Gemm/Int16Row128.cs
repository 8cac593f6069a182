using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace XrNpe.Arith;

/// <summary>Pairs of 16-bit integers, summed in 32 bits: every processor.</summary>
internal readonly unsafe struct Int16Row128 : ITileRow<Int16Row128>
{
    private readonly Vector128<int> _low;
    private readonly Vector128<int> _high;

    private Int16Row128(Vector128<int> low, Vector128<int> high)
    {
        _low = low;
        _high = high;
    }

    public static bool IsSupported => true;

    public static int Rows => 6;

    public static int Columns => 8;

    public static int TermsPerStep => 2;

    public static int StepBytes => 4;

    public static int SumBytes => 32;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Int16Row128 MultiplyAdd(Int16Row128 sums, byte* a, byte* b)
    {
        // The two halves of each 32-bit lane, sign-extended; what x86 has an instruction for.
        var pair = Vector128.Create(*(int*)a);
        Vector128<int> even = Even(pair);
        Vector128<int> odd = Odd(pair);
        Vector128<int> low = Vector128.Load((int*)b);
        Vector128<int> high = Vector128.Load((int*)b + 4);
        return new(
            sums._low + (even * Even(low)) + (odd * Odd(low)),
            sums._high + (even * Even(high)) + (odd * Odd(high)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddTo(Int16Row128 sums, byte* target)
    {
        int* row = (int*)target;
        (sums._low + Vector128.Load(row)).Store(row);
        (sums._high + Vector128.Load(row + 4)).Store(row + 4);
    }

    private static Vector128<int> Odd(Vector128<int> pairs) => Vector128.ShiftRightArithmetic(pairs, 16);

    private static Vector128<int> Even(Vector128<int> pairs)
    {
        return Vector128.ShiftRightArithmetic(Vector128.ShiftLeft(pairs, 16), 16);
    }
}
