using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace XrNpe.Arith;

/// <summary>Which lanes a loop may use; below <see cref="Widest"/> only for tests and measurements.</summary>
internal enum LaneWidth
{
    /// <summary>Whatever this processor has.</summary>
    Widest,

    /// <summary>AVX2 at most.</summary>
    Avx2,

    /// <summary>Plain C#.</summary>
    Scalar,
}

/// <summary>Runs a lane operation over memory, with the widest lanes of this processor.</summary>
internal static unsafe class LaneLoop<TOperation>
    where TOperation : struct, ILaneOperation
{
    /// <summary>target[i] = operation(source[i]) for i below <paramref name="count"/>. Source and target must not overlap.</summary>
    public static void Run(void* source, void* target, nint count, LaneWidth width = LaneWidth.Widest)
    {
        nint done = 0;
        if (Lanes512.IsSupported && width == LaneWidth.Widest) done = Loop<Lanes512, Vector512<int>>((byte*)source, (byte*)target, 0, count);
        else if (Lanes256.IsSupported && width != LaneWidth.Scalar) done = Loop<Lanes256, Vector256<int>>((byte*)source, (byte*)target, 0, count);
        Loop<Lanes32, int>((byte*)source, (byte*)target, done, count);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static nint Loop<TLanes, T>(byte* source, byte* target, nint start, nint count)
        where TLanes : ILanes<T>
        where T : struct
    {
        nint i = start;
        for (; i <= count - TLanes.Count; i += TLanes.Count)
        {
            T value = Load<TLanes, T>(source + (i * TOperation.SourceBytes));
            Store<TLanes, T>(TOperation.Apply<TLanes, T>(value), target + (i * TOperation.TargetBytes));
        }

        return i;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Load<TLanes, T>(byte* source)
        where TLanes : ILanes<T>
        where T : struct
    {
        if (TOperation.SourceBytes == 1) return TLanes.LoadByte(source);
        return TOperation.SourceBytes == 2 ? TLanes.LoadUInt16((ushort*)source) : TLanes.LoadInt32((int*)source);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<TLanes, T>(T value, byte* target)
        where TLanes : ILanes<T>
        where T : struct
    {
        if (TOperation.TargetBytes == 1) TLanes.StoreByte(value, target);
        else if (TOperation.TargetBytes == 2) TLanes.StoreUInt16(value, (ushort*)target);
        else TLanes.StoreInt32(value, (int*)target);
    }
}
