using System.Runtime.CompilerServices;

namespace XrNpe.Arith;

/// <summary>A lane operation whose results become 32 bits wide.</summary>
internal readonly struct Widened<TOperation> : ILaneOperation
    where TOperation : struct, ILaneOperation
{
    public static int SourceBytes => TOperation.SourceBytes;

    public static int TargetBytes => 4;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Apply<TLanes, T>(T value)
        where TLanes : ILanes<T>
        where T : struct => TOperation.Apply<TLanes, T>(value);
}
