using System.Runtime.CompilerServices;

namespace XrNpe.Arith;

/// <summary>A function from lanes to lanes, with the widths of what it reads and writes.</summary>
internal interface ILaneOperation
{
    /// <summary>Bytes of an input element: 1, 2 or 4.</summary>
    static abstract int SourceBytes { get; }

    /// <summary>Bytes of an output element: 1, 2 or 4.</summary>
    static abstract int TargetBytes { get; }

    /// <summary>The function.</summary>
    static abstract T Apply<TLanes, T>(T value)
        where TLanes : ILanes<T>
        where T : struct;
}

/// <summary>Float32 bits to codes.</summary>
internal readonly struct SingleToPosit16 : ILaneOperation
{
    public static int SourceBytes => 4;

    public static int TargetBytes => 2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Apply<TLanes, T>(T value)
        where TLanes : ILanes<T>
        where T : struct => PositLanes<TLanes, T>.FromSingleBits(value, 16, 1);
}

/// <summary>Float32 bits to codes.</summary>
internal readonly struct SingleToPosit8 : ILaneOperation
{
    public static int SourceBytes => 4;

    public static int TargetBytes => 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Apply<TLanes, T>(T value)
        where TLanes : ILanes<T>
        where T : struct => PositLanes<TLanes, T>.FromSingleBits(value, 8, 0);
}

/// <summary>Float32 bits to codes.</summary>
internal readonly struct SingleToPosit4 : ILaneOperation
{
    public static int SourceBytes => 4;

    public static int TargetBytes => 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Apply<TLanes, T>(T value)
        where TLanes : ILanes<T>
        where T : struct => PositLanes<TLanes, T>.FromSingleBits(value, 4, 1);
}

/// <summary>Float32 bits, none of them NaN, to codes.</summary>
internal readonly struct SingleToFp4 : ILaneOperation
{
    public static int SourceBytes => 4;

    public static int TargetBytes => 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Apply<TLanes, T>(T value)
        where TLanes : ILanes<T>
        where T : struct => Fp4Lanes<TLanes, T>.FromSingleBits(value);
}

/// <summary>Codes to float32 bits.</summary>
internal readonly struct Posit16ToSingle : ILaneOperation
{
    public static int SourceBytes => 2;

    public static int TargetBytes => 4;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Apply<TLanes, T>(T value)
        where TLanes : ILanes<T>
        where T : struct => PositLanes<TLanes, T>.ToSingleBits(value, 16, 1);
}

/// <summary>Codes to float32 bits.</summary>
internal readonly struct Posit8ToSingle : ILaneOperation
{
    public static int SourceBytes => 1;

    public static int TargetBytes => 4;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Apply<TLanes, T>(T value)
        where TLanes : ILanes<T>
        where T : struct => PositLanes<TLanes, T>.ToSingleBits(value, 8, 0);
}

/// <summary>Codes to float32 bits.</summary>
internal readonly struct Posit4ToSingle : ILaneOperation
{
    public static int SourceBytes => 1;

    public static int TargetBytes => 4;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Apply<TLanes, T>(T value)
        where TLanes : ILanes<T>
        where T : struct => PositLanes<TLanes, T>.ToSingleBits(value, 4, 1);
}

/// <summary>Codes to float32 bits.</summary>
internal readonly struct Fp4ToSingle : ILaneOperation
{
    public static int SourceBytes => 1;

    public static int TargetBytes => 4;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Apply<TLanes, T>(T value)
        where TLanes : ILanes<T>
        where T : struct => Fp4Lanes<TLanes, T>.ToSingleBits(value);
}
