using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace XrNpe.Arith;

/// <summary>Pairs of 16-bit integers, summed in 32 bits: AVX2.</summary>
internal readonly unsafe struct Int16Row256 : ITileRow<Int16Row256>
{
    private readonly Vector256<int> _low;
    private readonly Vector256<int> _high;

    private Int16Row256(Vector256<int> low, Vector256<int> high)
    {
        _low = low;
        _high = high;
    }

    public static bool IsSupported => Avx2.IsSupported;

    public static int Rows => 6;

    public static int Columns => 16;

    public static int TermsPerStep => 2;

    public static int StepBytes => 4;

    public static int SumBytes => 64;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Int16Row256 MultiplyAdd(Int16Row256 sums, byte* a, byte* b)
    {
        Vector256<short> pair = Vector256.Create(*(int*)a).AsInt16();
        Vector256<int> low = Avx2.MultiplyAddAdjacent(pair, Vector256.Load((short*)b));
        Vector256<int> high = Avx2.MultiplyAddAdjacent(pair, Vector256.Load((short*)b + 16));
        return new(sums._low + low, sums._high + high);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddTo(Int16Row256 sums, byte* target)
    {
        int* row = (int*)target;
        (sums._low + Vector256.Load(row)).Store(row);
        (sums._high + Vector256.Load(row + 8)).Store(row + 8);
    }
}
