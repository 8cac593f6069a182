using XrNpe.Arith;

namespace XrNpe.Measure;

/// <summary>Four bytes in, two out, unchanged.</summary>
internal readonly struct Move4To2 : ILaneOperation
{
    public static int SourceBytes => 4;

    public static int TargetBytes => 2;

    public static T Apply<TLanes, T>(T value)
        where TLanes : ILanes<T>
        where T : struct => value;
}

/// <summary>Four bytes in, one out, unchanged.</summary>
internal readonly struct Move4To1 : ILaneOperation
{
    public static int SourceBytes => 4;

    public static int TargetBytes => 1;

    public static T Apply<TLanes, T>(T value)
        where TLanes : ILanes<T>
        where T : struct => value;
}

/// <summary>Two bytes in, four out, unchanged.</summary>
internal readonly struct Move2To4 : ILaneOperation
{
    public static int SourceBytes => 2;

    public static int TargetBytes => 4;

    public static T Apply<TLanes, T>(T value)
        where TLanes : ILanes<T>
        where T : struct => value;
}
