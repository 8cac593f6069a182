using System.Numerics;
using System.Runtime.CompilerServices;

namespace XrNpe.Arith;

/// <summary>One lane, in plain C#: every processor, and the tail of an array.</summary>
internal readonly unsafe struct Lanes32 : ILanes<int>
{
    public static bool IsSupported => true;

    public static int Count => 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Create(int value) => value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int LoadInt32(int* source) => *source;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int LoadUInt16(ushort* source) => *source;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int LoadByte(byte* source) => *source;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreInt32(int value, int* target) => *target = value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreUInt16(int value, ushort* target) => *target = (ushort)value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreByte(int value, byte* target) => *target = (byte)value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int ToSingleBits(int value) => BitConverter.SingleToInt32Bits(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Add(int left, int right) => left + right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Subtract(int left, int right) => left - right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int And(int left, int right) => left & right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Or(int left, int right) => left | right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Xor(int left, int right) => left ^ right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Min(int left, int right) => Math.Min(left, right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Max(int left, int right) => Math.Max(left, right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int ShiftLeft(int value, int count) => (uint)count < 32 ? value << count : 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int ShiftRightArithmetic(int value, int count) => value >> Math.Min(count, 31);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int ShiftRightLogical(int value, int count) => (uint)count < 32 ? value >>> count : 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int LeadingZeroCount(int value) => BitOperations.LeadingZeroCount((uint)value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Equal(int left, int right) => left == right ? -1 : 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Greater(int left, int right) => left > right ? -1 : 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Select(int mask, int whenSet, int whenClear) => (whenSet & mask) | (whenClear & ~mask);
}
