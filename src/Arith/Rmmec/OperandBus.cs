namespace XrNpe.Arith;

/// <summary>
/// The operand bus between <c>xrnpe_decode</c> and <c>xrnpe_rmmec</c>: all lanes of one SIMD word taken apart, 35 bits
/// <c>{nar, sign[3:0], exponent[15:0], significand[13:0]}</c>. docs/architecture.md has the layout by format.
/// </summary>
public static class OperandBus
{
    /// <summary>Width of the significand field, at the bottom.</summary>
    public const int SignificandBits = 2 * Rmmec.Digits;

    /// <summary>Width of the exponent field, above the significands: four slots.</summary>
    public const int ExponentBits = 16;

    /// <summary>Bits of a slot, which holds the exponent of a p8, p4 or fp4 lane.</summary>
    public const int SlotBits = 4;

    /// <summary>Bits of p16's exponent, over slots 1 and 2.</summary>
    public const int WideExponentBits = 6;

    /// <summary>Width of the sign field, above the exponents.</summary>
    public const int SignBits = 4;

    /// <summary>Width of the bus; the NaR bit is its highest.</summary>
    public const int Bits = 1 + SignBits + ExponentBits + SignificandBits;

    /// <summary>What the decoder puts on the bus for one word.</summary>
    /// <param name="format">The mode.</param>
    /// <param name="word">A SIMD word, lane 0 in the low bits.</param>
    /// <param name="laneValid">Bit i: lane i counts. A lane that does not is +0, NaR included.</param>
    /// <param name="coding">How exponents are written.</param>
    /// <returns>
    /// The bus. Hardware may put anything into slots and signs that the format has no lane for, which are 0 here, and into exponent and sign of a
    /// zero, which are those of <see cref="Unpacked"/> here; but the bit above p16's exponent, bit 10 of the field, is 0 there too, because a
    /// multiplier with adders for exponents adds it. With NaR set the other fields mean nothing; here the lane that holds it has sign 1,
    /// exponent 0 and significand 0.
    /// </returns>
    public static ulong Decode(NumberFormat format, ushort word, int laneValid, ExponentCoding coding = ExponentCoding.Offset)
    {
        FormatInfo info = FormatInfo.RequireInput(format);
        int significandPitch = 2 * Rmmec.DigitsPerLane(info);
        bool nar = false;
        uint signs = 0;
        uint exponents = 0;
        uint significands = 0;
        for (int lane = 0; lane < info.Lanes; lane++)
        {
            bool counts = (laneValid >> lane & 1) != 0;
            Unpacked value = counts ? Arith.Decode.Code(format, (uint)word >> (lane * info.Bits)) : default;
            nar |= value.IsNaR;
            signs |= (value.Sign ? 1u : 0) << SignBit(info, lane);
            exponents |= (uint)Encode(info, value.Exponent, coding) << (SlotBits * Slot(info, lane));
            significands |= value.Significand << (lane * significandPitch);
        }

        ulong high = (nar ? 1ul << SignBits : 0) | signs;
        return (((high << ExponentBits) | exponents) << SignificandBits) | significands;
    }

    /// <summary>The exponent of one lane.</summary>
    /// <param name="info">The mode.</param>
    /// <param name="bus">A bus value.</param>
    /// <param name="lane">The lane.</param>
    /// <param name="coding">How exponents are written.</param>
    public static int Exponent(FormatInfo info, ulong bus, int lane, ExponentCoding coding = ExponentCoding.Offset)
    {
        ArgumentNullException.ThrowIfNull(info);
        int width = info.Lanes == 1 ? WideExponentBits : SlotBits;
        int field = (int)(Exponents(bus) >> (SlotBits * Slot(info, lane))) & ((1 << width) - 1);
        return IsOffset(info, coding) ? field - ExponentCells.Offset : DistanceBase(info) - field;
    }

    /// <summary>The slot of a lane's exponent: i for 4-bit lane i, 0 and 3 for p8, and 1 for p16, which reaches into slot 2.</summary>
    public static int Slot(FormatInfo info, int lane)
    {
        ArgumentNullException.ThrowIfNull(info);
        return info.Lanes switch { 1 => 1, 2 => 3 * lane, _ => lane };
    }

    /// <summary>The bit of a lane's sign in the sign field: where the word has it, i for 4-bit lane i, 1 and 3 for p8, and 3 for p16.</summary>
    public static int SignBit(FormatInfo info, int lane)
    {
        ArgumentNullException.ThrowIfNull(info);
        return ((lane + 1) * (SignBits / info.Lanes)) - 1;
    }

    /// <summary>The exponent from which distances are counted down; every exponent of the format is below it or equal.</summary>
    public static int DistanceBase(FormatInfo info)
    {
        ArgumentNullException.ThrowIfNull(info);
        return info.Format switch
        {
            NumberFormat.P16 => 31,
            NumberFormat.P8 => 7,
            NumberFormat.P4 => 4,
            _ => 8,
        };
    }

    /// <summary>The significand field of a bus value.</summary>
    public static uint Significands(ulong bus) => (uint)bus & ((1u << SignificandBits) - 1);

    /// <summary>The exponent field of a bus value.</summary>
    public static uint Exponents(ulong bus) => (uint)(bus >> SignificandBits) & ((1u << ExponentBits) - 1);

    /// <summary>The sign field of a bus value.</summary>
    public static uint Signs(ulong bus) => (uint)(bus >> (SignificandBits + ExponentBits)) & ((1u << SignBits) - 1);

    /// <summary>The NaR bit of a bus value.</summary>
    public static bool IsNaR(ulong bus) => (bus >> (Bits - 1) & 1) != 0;

    private static int Encode(FormatInfo info, int exponent, ExponentCoding coding) =>
        IsOffset(info, coding) ? ExponentCells.Offset + exponent : DistanceBase(info) - exponent;

    /// <summary>p16 has no cells to compare exponents with, so it has distances in either coding.</summary>
    private static bool IsOffset(FormatInfo info, ExponentCoding coding) => coding == ExponentCoding.Offset && info.Lanes > 1;
}
