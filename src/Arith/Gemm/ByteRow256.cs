using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace XrNpe.Arith;

/// <summary>Fours of bytes, unsigned in A and signed in B, summed in two 16-bit halves per column: AVX2. Whoever calls it keeps the halves from overflowing.</summary>
internal readonly unsafe struct ByteRow256 : ITileRow<ByteRow256>
{
    private readonly Vector256<short> _low;
    private readonly Vector256<short> _high;

    private ByteRow256(Vector256<short> low, Vector256<short> high)
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
    public static ByteRow256 MultiplyAdd(ByteRow256 sums, byte* a, byte* b)
    {
        Vector256<byte> four = Vector256.Create(*(int*)a).AsByte();
        Vector256<short> low = Avx2.MultiplyAddAdjacent(four, Vector256.Load((sbyte*)b));
        Vector256<short> high = Avx2.MultiplyAddAdjacent(four, Vector256.Load((sbyte*)b + 32));
        return new(sums._low + low, sums._high + high);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddTo(ByteRow256 sums, byte* target)
    {
        Vector256<short> ones = Vector256.Create((short)1);
        int* row = (int*)target;
        (Avx2.MultiplyAddAdjacent(sums._low, ones) + Vector256.Load(row)).Store(row);
        (Avx2.MultiplyAddAdjacent(sums._high, ones) + Vector256.Load(row + 8)).Store(row + 8);
    }
}
