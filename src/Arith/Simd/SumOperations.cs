using System.Runtime.CompilerServices;

namespace XrNpe.Arith;

/// <summary>Exact sums, as integers in units of the product's LSB, to codes of the same format.</summary>
internal static class SumLanes<TLanes, T>
    where TLanes : ILanes<T>
    where T : struct
{
    /// <summary>
    /// The float bits of a sum. Sums beyond <paramref name="limit"/> are clamped to it: it lies where the format saturates, and below
    /// 2^24, so that the conversion is exact.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T ToSingleBits(T sums, int limit, int lsbExponent)
    {
        T clamped = TLanes.Max(TLanes.Min(sums, TLanes.Create(limit)), TLanes.Create(-limit));
        T scaled = TLanes.Add(TLanes.ToSingleBits(clamped), TLanes.Create(lsbExponent << 23));
        return TLanes.Select(TLanes.Equal(sums, TLanes.Create(0)), sums, scaled);
    }
}

/// <summary>Sums of posit(8,0) products, in units of 2^-12, to codes.</summary>
internal readonly struct SumToPosit8 : ILaneOperation
{
    public static int SourceBytes => 4;

    public static int TargetBytes => 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Apply<TLanes, T>(T value)
        where TLanes : ILanes<T>
        where T : struct => PositLanes<TLanes, T>.FromSingleBits(SumLanes<TLanes, T>.ToSingleBits(value, 1 << 18, -12), 8, 0);
}

/// <summary>Sums of posit(4,1) products, in units of 2^-8, to codes.</summary>
internal readonly struct SumToPosit4 : ILaneOperation
{
    public static int SourceBytes => 4;

    public static int TargetBytes => 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Apply<TLanes, T>(T value)
        where TLanes : ILanes<T>
        where T : struct => PositLanes<TLanes, T>.FromSingleBits(SumLanes<TLanes, T>.ToSingleBits(value, 1 << 12, -8), 4, 1);
}

/// <summary>Sums of FP4 products, in units of 2^-2, to codes. A sum that is exactly 0 gives +0.</summary>
internal readonly struct SumToFp4 : ILaneOperation
{
    public static int SourceBytes => 4;

    public static int TargetBytes => 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Apply<TLanes, T>(T value)
        where TLanes : ILanes<T>
        where T : struct => Fp4Lanes<TLanes, T>.FromSingleBits(SumLanes<TLanes, T>.ToSingleBits(value, 1 << 10, -2));
}
