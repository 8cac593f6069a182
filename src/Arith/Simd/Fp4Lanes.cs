using System.Runtime.CompilerServices;

namespace XrNpe.Arith;

/// <summary>FP4 codes from and to float32 bits, lane by lane without a branch.</summary>
internal static class Fp4Lanes<TLanes, T>
    where TLanes : ILanes<T>
    where T : struct
{
    private const int SignBit = int.MinValue;
    private const int Half = 0x3f00_0000; // 0.5
    private const int FractionBits = 23;

    /// <summary>The float bits of the ties between neighbouring codes; from the tie on, or just above it, the upper code is nearer.</summary>
    private static ReadOnlySpan<int> Ties =>
    [
        0x3e80_0000, // 0.25 goes down to 0
        0x3f40_0000, // 0.75 goes up to 1
        0x3fa0_0000, // 1.25 goes down to 1
        0x3fe0_0000, // 1.75 goes up to 2
        0x4020_0000, // 2.5 goes down to 2
        0x4060_0000, // 3.5 goes up to 4
        0x40a0_0000, // 5 goes down to 4
    ];

    /// <summary>Rounds floats that are not NaN, given as bits. ±Inf saturates; −0 is kept, and what rounds to 0 keeps its sign.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T FromSingleBits(T bits)
    {
        T magnitude = TLanes.And(bits, TLanes.Create(~SignBit));
        T code = TLanes.Create(0);
        for (int i = 0; i < 7; i++)
        {
            // Ties go to the even code: up to code i + 1 when that is even. A comparison gives −1 where it holds.
            int highestBelow = (i & 1) == 0 ? Ties[i] : Ties[i] - 1;
            code = TLanes.Subtract(code, TLanes.Greater(magnitude, TLanes.Create(highestBelow)));
        }

        return TLanes.Or(code, TLanes.And(TLanes.ShiftRightLogical(bits, 28), TLanes.Create(8)));
    }

    /// <summary>The exact float bits of codes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T ToSingleBits(T codes)
    {
        T magnitude = TLanes.And(codes, TLanes.Create(7));
        T sign = TLanes.And(TLanes.ShiftLeft(codes, 28), TLanes.Create(SignBit));

        // Field and fraction stand where a float has them; 0 and 0.5, which have no leading one, are named.
        T single = TLanes.Add(TLanes.ShiftLeft(magnitude, FractionBits - 1), TLanes.Create(126 << FractionBits));
        single = TLanes.Select(TLanes.Equal(magnitude, TLanes.Create(1)), TLanes.Create(Half), single);
        single = TLanes.Select(TLanes.Equal(magnitude, TLanes.Create(0)), TLanes.Create(0), single);
        return TLanes.Or(single, sign);
    }
}
