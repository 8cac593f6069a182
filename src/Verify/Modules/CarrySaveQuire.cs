namespace XrNpe.Verify;

/// <summary>
/// The quire that keeps its carries, as <c>xrnpe_accumulate</c> does with <c>quire</c> = carry-save: segments with an adder each; the carry
/// out of one waits in a register and enters the next one with the next addend.
/// </summary>
/// <param name="Sum">The segments side by side: <c>sum_o</c>.</param>
/// <param name="Carry">Bit i: the saved carry out of segment i: <c>carry_o</c>.</param>
internal readonly record struct CarrySaveQuire(UInt128 Sum, uint Carry)
{
    /// <summary>Bits of a segment.</summary>
    public const int SegmentBits = 8;

    /// <summary>Segments.</summary>
    public const int Segments = 16;

    /// <summary>Saved carries: the highest segment has nowhere to carry to.</summary>
    public const int Carries = Segments - 1;

    private const uint SegmentMask = (1 << SegmentBits) - 1;

    /// <summary>The sum, all carries resolved.</summary>
    public Int128 Value => (Int128)(Sum + Weight(Carry));

    /// <summary>One addend more.</summary>
    public CarrySaveQuire Add(Int128 addend)
    {
        UInt128 sum = UInt128.Zero;
        uint carry = 0;
        for (int segment = 0; segment < Segments; segment++)
        {
            int low = segment * SegmentBits;
            uint digit = ((uint)(Sum >> low) & SegmentMask) + ((uint)((UInt128)addend >> low) & SegmentMask);
            if (segment > 0) digit += Carry >> (segment - 1) & 1;
            sum |= (UInt128)(digit & SegmentMask) << low;
            if (segment < Carries) carry |= digit >> SegmentBits << segment;
        }

        return new CarrySaveQuire(sum, carry);
    }

    /// <summary>The representation of a sum with given carries; there is exactly one.</summary>
    public static CarrySaveQuire Of(Int128 value, uint carry) => new((UInt128)value - Weight(carry), carry);

    /// <summary>What saved carries are worth.</summary>
    private static UInt128 Weight(uint carry)
    {
        UInt128 weight = UInt128.Zero;
        for (int segment = 0; segment < Carries; segment++) weight |= (UInt128)(carry >> segment & 1) << ((segment + 1) * SegmentBits);
        return weight;
    }
}
