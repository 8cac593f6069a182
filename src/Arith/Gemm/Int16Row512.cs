using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace XrNpe.Arith;

/// <summary>Pairs of 16-bit integers, summed in 32 bits: AVX-512.</summary>
internal readonly unsafe struct Int16Row512 : ITileRow<Int16Row512>
{
    private readonly Vector512<int> _low;
    private readonly Vector512<int> _high;

    private Int16Row512(Vector512<int> low, Vector512<int> high)
    {
        _low = low;
        _high = high;
    }

    public static bool IsSupported => Avx512BW.IsSupported;

    public static int Rows => 12;

    public static int Columns => 32;

    public static int TermsPerStep => 2;

    public static int StepBytes => 4;

    public static int SumBytes => 128;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Int16Row512 MultiplyAdd(Int16Row512 sums, byte* a, byte* b)
    {
        Vector512<short> pair = Vector512.Create(*(int*)a).AsInt16();
        Vector512<int> low = Avx512BW.MultiplyAddAdjacent(pair, Vector512.Load((short*)b));
        Vector512<int> high = Avx512BW.MultiplyAddAdjacent(pair, Vector512.Load((short*)b + 32));
        return new(sums._low + low, sums._high + high);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddTo(Int16Row512 sums, byte* target)
    {
        int* row = (int*)target;
        (sums._low + Vector512.Load(row)).Store(row);
        (sums._high + Vector512.Load(row + 16)).Store(row + 16);
    }
}
