using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace XrNpe.Arith;

/// <summary>Fours of bytes, unsigned in A and signed in B, summed in two 16-bit halves per column: AVX-512. Whoever calls it keeps the halves from overflowing.</summary>
internal readonly unsafe struct ByteRow512 : ITileRow<ByteRow512>
{
    private readonly Vector512<short> _low;
    private readonly Vector512<short> _high;

    private ByteRow512(Vector512<short> low, Vector512<short> high)
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
    public static ByteRow512 MultiplyAdd(ByteRow512 sums, byte* a, byte* b)
    {
        Vector512<byte> four = Vector512.Create(*(int*)a).AsByte();
        Vector512<short> low = Avx512BW.MultiplyAddAdjacent(four, Vector512.Load((sbyte*)b));
        Vector512<short> high = Avx512BW.MultiplyAddAdjacent(four, Vector512.Load((sbyte*)b + 64));
        return new(sums._low + low, sums._high + high);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddTo(ByteRow512 sums, byte* target)
    {
        Vector512<short> ones = Vector512.Create((short)1);
        int* row = (int*)target;
        (Avx512BW.MultiplyAddAdjacent(sums._low, ones) + Vector512.Load(row)).Store(row);
        (Avx512BW.MultiplyAddAdjacent(sums._high, ones) + Vector512.Load(row + 16)).Store(row + 16);
    }
}
