namespace XrNpe.Arith;

/// <summary>
/// 32-bit integers side by side: 16 with AVX-512, 8 with AVX2, 1 everywhere. An algorithm written over this interface is
/// written once and gives the same bits at every width. Shift counts of 32 and more clear (or fill with the sign).
/// </summary>
internal unsafe interface ILanes<T>
    where T : struct
{
    static abstract bool IsSupported { get; }

    static abstract int Count { get; }

    static abstract T Create(int value);

    static abstract T LoadInt32(int* source);

    static abstract T LoadUInt16(ushort* source);

    static abstract T LoadByte(byte* source);

    static abstract void StoreInt32(T value, int* target);

    static abstract void StoreUInt16(T value, ushort* target);

    static abstract void StoreByte(T value, byte* target);

    /// <summary>The bits of the float nearest to each integer.</summary>
    static abstract T ToSingleBits(T value);

    static abstract T Add(T left, T right);

    static abstract T Subtract(T left, T right);

    static abstract T And(T left, T right);

    static abstract T Or(T left, T right);

    static abstract T Xor(T left, T right);

    static abstract T Min(T left, T right);

    static abstract T Max(T left, T right);

    static abstract T ShiftLeft(T value, int count);

    static abstract T ShiftRightArithmetic(T value, int count);

    static abstract T ShiftRightLogical(T value, int count);

    static abstract T ShiftLeft(T value, T count);

    static abstract T ShiftRightArithmetic(T value, T count);

    static abstract T LeadingZeroCount(T value);

    /// <summary>All ones where equal.</summary>
    static abstract T Equal(T left, T right);

    /// <summary>All ones where left &gt; right, signed.</summary>
    static abstract T Greater(T left, T right);

    /// <summary>Bits of <paramref name="whenSet"/> where <paramref name="mask"/> is set, else of <paramref name="whenClear"/>.</summary>
    static abstract T Select(T mask, T whenSet, T whenClear);
}
