using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace XrNpe.Arith;

/// <summary>Fours of bytes, unsigned in A and signed in B, each step summed in 32 bits: AVX-512. A pair of products must fit 16 bits.</summary>
internal readonly unsafe struct WideByteRow512 : ITileRow<WideByteRow512>
{
    private readonly Vector512<int> _low;
    private readonly Vector512<int> _high;

    private WideByteRow512(Vector512<int> low, Vector512<int> high)
    {
        _low = low;
        _high = high;
    }

    public static bool IsSupported => Avx512BW.IsSupported;

    public static int Rows => 12;

    public static int Columns => 32;

    public static int TermsPerStep => 4;

    public static int StepBytes => 4;

    public static int SumBytes => 128;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WideByteRow512 MultiplyAdd(WideByteRow512 sums, byte* a, byte* b)
    {
        Vector512<byte> four = Vector512.Create(*(int*)a).AsByte();
        Vector512<short> ones = Vector512.Create((short)1);
        Vector512<short> low = Avx512BW.MultiplyAddAdjacent(four, Vector512.Load((sbyte*)b));
        Vector512<short> high = Avx512BW.MultiplyAddAdjacent(four, Vector512.Load((sbyte*)b + 64));
        return new(sums._low + Avx512BW.MultiplyAddAdjacent(low, ones), sums._high + Avx512BW.MultiplyAddAdjacent(high, ones));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddTo(WideByteRow512 sums, byte* target)
    {
        int* row = (int*)target;
        (sums._low + Vector512.Load(row)).Store(row);
        (sums._high + Vector512.Load(row + 16)).Store(row + 16);
    }
}
