using System.Numerics;
using Scriban.Runtime;
using XrNpe.Arith;
using XrNpe.Coproc;

namespace XrNpe.Rtlgen;

/// <summary>
/// What the enabled formats ask of the datapath between operand and quire: which digits, lanes and exponent slots exist.
/// A slot is a 4-bit field of the operand's exponents; the 4-bit formats use all four, p8 the even ones, p16 none of them:
/// its exponent is wider and has an adder of its own.
/// </summary>
internal sealed class LaneShape
{
    private const int Slots = 4;
    private const int SlotBits = 4;

    private readonly CoprocConfig _config;

    public LaneShape(CoprocConfig config) => _config = config;

    /// <summary>p16 is enabled.</summary>
    public bool Wide => _config.HasInput(NumberFormat.P16);

    /// <summary>p8 is enabled.</summary>
    public bool Middle => _config.HasInput(NumberFormat.P8);

    /// <summary>fp4 or p4 is enabled.</summary>
    public bool Small => _config.HasInput(NumberFormat.Fp4) || _config.HasInput(NumberFormat.P4);

    /// <summary>The enabled formats.</summary>
    public IEnumerable<FormatInfo> Formats => FormatInfo.Inputs.Where(f => _config.HasInput(f.Format));

    /// <summary>Digits of the multiplier that are in use, counted from the lowest.</summary>
    public int Digits => Formats.Max(f => f.Lanes * FormatDigits(f));

    /// <summary>Bits of the 28-bit product that can be nonzero.</summary>
    public uint ProductMask => Formats.Aggregate(0u, (mask, f) => mask | LaneMask(f, 4 * FormatDigits(f), ProductBits(f)));

    /// <summary>Most lanes of any enabled format.</summary>
    public int Lanes => Formats.Max(f => f.Lanes);

    /// <summary>The exponent slots that are in use, ascending.</summary>
    public IReadOnlyList<int> ExponentSlots => [.. Enumerable.Range(0, Slots).Where(slot => Small || (Middle && slot % 2 == 0))];

    /// <summary>Bits of an operand's exponent field that are in use.</summary>
    public uint ExponentMask => Formats.Aggregate(0u, (mask, f) => mask | LaneMask(f, f.Bits, FormatExponentBits(f)));

    /// <summary>2-bit digits of a format's significand.</summary>
    public static int FormatDigits(FormatInfo info) => (info.SignificandBits + 1) / 2;

    /// <summary>Bits of a decoded exponent, two's complement; a slot at least.</summary>
    public static int FormatExponentBits(FormatInfo info) => Math.Max(SlotBits, 2 + BitOperations.Log2((uint)info.MaxExponent));

    /// <summary>Bits of one lane's product.</summary>
    public static int ProductBits(FormatInfo info) => info.SignificandBits == 1 ? 1 : 2 * info.SignificandBits;

    /// <summary>True when <paramref name="info"/> multiplies with the cell in this row and column.</summary>
    public static bool Uses(FormatInfo info, int row, int column)
    {
        int digits = FormatDigits(info);
        return row / digits == column / digits && row / digits < info.Lanes;
    }

    /// <summary>What the templates of this part of the datapath may read.</summary>
    public void Populate(ScriptObject script)
    {
        var slots = new ScriptArray();
        foreach (int slot in ExponentSlots) slots.Add(slot);

        script["wide"] = Wide;
        script["middle"] = Middle;
        script["small"] = Small;
        script["digits"] = Digits;
        script["lanes"] = Lanes;
        script["exponent_slots"] = slots;
        script["unused_exponent"] = BitRanges.Of(~ExponentMask, 16);
    }

    private static uint LaneMask(FormatInfo info, int pitch, int width)
    {
        uint mask = 0;
        for (int lane = 0; lane < info.Lanes; lane++) mask |= ((1u << width) - 1) << (lane * pitch);
        return mask;
    }
}
