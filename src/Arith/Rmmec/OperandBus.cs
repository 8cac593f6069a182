namespace XrNpe.Arith;

/// <summary>
/// The operand bus between <c>xrnpe_decode</c> and <c>xrnpe_rmmec</c>: all lanes of one SIMD word taken apart, 35 bits
/// <c>{nar, sign[3:0], exponent[15:0], significand[13:0]}</c>. docs/architecture.md has the layout by format.
/// </summary>
public static class OperandBus
{
    /// <summary>Width of the significand field, at the bottom.</summary>
    public const int SignificandBits = 2 * Rmmec.Digits;

    /// <summary>Width of the exponent field, above the significands.</summary>
    public const int ExponentBits = 16;

    /// <summary>Bits of the exponent of a p8, p4 or fp4 lane, two's complement: at most −6…6.</summary>
    public const int LaneExponentBits = 4;

    /// <summary>Bits of p16's exponent, −28…28.</summary>
    public const int WideExponentBits = 6;

    /// <summary>Width of the sign field, above the exponents.</summary>
    public const int SignBits = 4;

    /// <summary>Width of the bus; the NaR bit is its highest.</summary>
    public const int Bits = 1 + SignBits + ExponentBits + SignificandBits;

    /// <summary>What the decoder puts on the bus for one word.</summary>
    /// <param name="format">The mode.</param>
    /// <param name="word">A SIMD word, lane 0 in the low bits.</param>
    /// <param name="laneValid">Bit i: lane i counts. A lane that does not is +0, NaR included.</param>
    /// <returns>
    /// The bus. The exponent of a zero, where hardware may put anything, is 0 here. With NaR set the other fields mean nothing; here
    /// the lane that holds it has sign 1, exponent 0 and significand 0.
    /// </returns>
    public static ulong Decode(NumberFormat format, ushort word, int laneValid)
    {
        FormatInfo info = FormatInfo.RequireInput(format);
        int significandPitch = 2 * Rmmec.DigitsPerLane(info);
        uint exponentMask = (1u << (format == NumberFormat.P16 ? WideExponentBits : LaneExponentBits)) - 1;
        bool nar = false;
        uint signs = 0;
        uint exponents = 0;
        uint significands = 0;
        for (int lane = 0; lane < info.Lanes; lane++)
        {
            if ((laneValid >> lane & 1) == 0) continue;
            Unpacked value = Arith.Decode.Code(format, (uint)word >> (lane * info.Bits));
            nar |= value.IsNaR;
            signs |= (value.Sign ? 1u : 0) << lane;
            exponents |= ((uint)value.Exponent & exponentMask) << (lane * info.Bits);
            significands |= value.Significand << (lane * significandPitch);
        }

        ulong high = (nar ? 1ul << SignBits : 0) | signs;
        return (((high << ExponentBits) | exponents) << SignificandBits) | significands;
    }

    /// <summary>The exponent of one lane, sign-extended.</summary>
    /// <param name="info">The mode.</param>
    /// <param name="bus">A bus value.</param>
    /// <param name="lane">The lane.</param>
    public static int Exponent(FormatInfo info, ulong bus, int lane)
    {
        ArgumentNullException.ThrowIfNull(info);
        int unused = 32 - (info.Lanes == 1 ? WideExponentBits : LaneExponentBits);
        return (int)(Exponents(bus) >> (lane * info.Bits) << unused) >> unused;
    }

    /// <summary>The significand field of a bus value.</summary>
    public static uint Significands(ulong bus) => (uint)bus & ((1u << SignificandBits) - 1);

    /// <summary>The exponent field of a bus value.</summary>
    public static uint Exponents(ulong bus) => (uint)(bus >> SignificandBits) & ((1u << ExponentBits) - 1);

    /// <summary>The sign field of a bus value.</summary>
    public static uint Signs(ulong bus) => (uint)(bus >> (SignificandBits + ExponentBits)) & ((1u << SignBits) - 1);

    /// <summary>The NaR bit of a bus value.</summary>
    public static bool IsNaR(ulong bus) => (bus >> (Bits - 1) & 1) != 0;
}
