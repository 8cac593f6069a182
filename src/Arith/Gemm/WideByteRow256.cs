using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace XrNpe.Arith;

/// <summary>Fours of bytes, unsigned in A and signed in B, each step summed in 32 bits: AVX2. A pair of products must fit 16 bits.</summary>
internal readonly unsafe struct WideByteRow256 : ITileRow<WideByteRow256>
{
    private readonly Vector256<int> _low;
    private readonly Vector256<int> _high;

    private WideByteRow256(Vector256<int> low, Vector256<int> high)
    {
        _low = low;
        _high = high;
    }

    public static bool IsSupported => Avx2.IsSupported;

    public static int Rows => 6;

    public static int Columns => 16;

    public static int TermsPerStep => 4;

    public static int StepBytes => 4;

    public static int SumBytes => 64;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WideByteRow256 MultiplyAdd(WideByteRow256 sums, byte* a, byte* b)
    {
        Vector256<byte> four = Vector256.Create(*(int*)a).AsByte();
        Vector256<short> ones = Vector256.Create((short)1);
        Vector256<short> low = Avx2.MultiplyAddAdjacent(four, Vector256.Load((sbyte*)b));
        Vector256<short> high = Avx2.MultiplyAddAdjacent(four, Vector256.Load((sbyte*)b + 32));
        return new(sums._low + Avx2.MultiplyAddAdjacent(low, ones), sums._high + Avx2.MultiplyAddAdjacent(high, ones));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddTo(WideByteRow256 sums, byte* target)
    {
        int* row = (int*)target;
        (sums._low + Vector256.Load(row)).Store(row);
        (sums._high + Vector256.Load(row + 8)).Store(row + 8);
    }
}
