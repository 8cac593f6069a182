using System.Numerics;
using Scriban.Runtime;
using XrNpe.Arith;
using XrNpe.Coproc;

namespace XrNpe.Rtlgen;

/// <summary>
/// What the enabled formats ask of the datapath between operand and quire: which modes, digits, lanes and exponent slots exist.
/// fp4 and p4 use the same cells, so they are one mode.
/// </summary>
internal sealed class LaneShape
{
    /// <summary>Bits of the operand bus's significand field.</summary>
    public const int SignificandBits = 14;

    /// <summary>Bits of its exponent field: four slots of four bits.</summary>
    public const int ExponentBits = 16;

    /// <summary>Bits of its sign field.</summary>
    public const int SignBits = 4;

    /// <summary>Bits of the product word.</summary>
    public const int ProductWidth = 28;

    private const int LeastExponentBits = 4;

    private readonly CoprocConfig _config;

    public LaneShape(CoprocConfig config) => _config = config;

    /// <summary>p16 is enabled.</summary>
    public bool Wide => _config.HasInput(NumberFormat.P16);

    /// <summary>p8 is enabled.</summary>
    public bool Middle => _config.HasInput(NumberFormat.P8);

    /// <summary>fp4 or p4 is enabled.</summary>
    public bool Small => _config.HasInput(NumberFormat.Fp4) || _config.HasInput(NumberFormat.P4);

    /// <summary>Modes that there are to tell apart.</summary>
    public int Modes => (Small ? 1 : 0) + (Middle ? 1 : 0) + (Wide ? 1 : 0);

    /// <summary>Exponents of the narrow lanes are compared by RMMEC cells.</summary>
    public bool Cells => _config.Exponents == ExponentUnit.Cells && (Small || Middle);

    /// <summary>The sum of the narrow lanes goes to the quire beside p16's product, not through its coarse shifter: the adder and the
    /// shifter then work at the same time. With several slices both go through a tree of compressors instead.</summary>
    public bool SplitLanes => Wide && (Small || Middle) && _config.PipelineShape.Fine && _config.Slices == 1;

    /// <summary>The enabled formats.</summary>
    public IEnumerable<FormatInfo> Formats => FormatInfo.Inputs.Where(f => _config.HasInput(f.Format));

    /// <summary>Digits of the multiplier that are in use, counted from the lowest; with <see cref="Cells"/>, the cells that compare too.</summary>
    public int Digits => Math.Max(Formats.Max(f => f.Lanes * FormatDigits(f)), Cells ? ComparingDigits : 0);

    /// <summary>Bits of the significand field that are in use.</summary>
    public int SignificandWidth => Wide ? FormatInfo.Of(NumberFormat.P16).SignificandBits : Formats.Max(f => 2 * f.Lanes * FormatDigits(f));

    /// <summary>Bits of the product that can be nonzero.</summary>
    public uint ProductMask => Formats.Aggregate(0u, (mask, f) => mask | LaneMask(f, 4 * FormatDigits(f), ProductBits(f)));

    /// <summary>Most lanes of any enabled format.</summary>
    public int Lanes => Formats.Max(f => f.Lanes);

    /// <summary>Bits of the exponent field that are in use: slot i for a 4-bit lane i, 0 and 3 for p8, 1 and 2 for p16.</summary>
    public uint ExponentMask => (Small ? 0xffffu : 0) | (Middle ? 0xf00fu : 0) | (Wide ? 0x03f0u : 0);

    /// <summary>Bits of the sign field that are in use: bit i for a 4-bit lane i, 1 and 3 for p8, 3 for p16.</summary>
    public uint SignMask => (Small ? 0xfu : 0) | (Middle ? 0xau : 0) | (Wide ? 0x8u : 0);

    // Cells that compare stand in rows 0, 1, 3, 4 and columns 0 to 5.
    private static int ComparingDigits => 6;

    /// <summary>2-bit digits of a format's significand.</summary>
    public static int FormatDigits(FormatInfo info) => (info.SignificandBits + 1) / 2;

    /// <summary>Bits of a decoded exponent, two's complement; a slot at least.</summary>
    public static int FormatExponentBits(FormatInfo info) => Math.Max(LeastExponentBits, 2 + BitOperations.Log2((uint)info.MaxExponent));

    /// <summary>Bits of one lane's product.</summary>
    public static int ProductBits(FormatInfo info) => info.SignificandBits == 1 ? 1 : 2 * info.SignificandBits;

    /// <summary>What the templates of this part of the datapath may read.</summary>
    public void Populate(ScriptObject script)
    {
        script["wide"] = Wide;
        script["middle"] = Middle;
        script["small"] = Small;
        script["modes"] = Modes;
        script["cells"] = Cells;
        script["digits"] = Digits;
        script["lanes"] = Lanes;
    }

    private static uint LaneMask(FormatInfo info, int pitch, int width)
    {
        uint mask = 0;
        for (int lane = 0; lane < info.Lanes; lane++) mask |= ((1u << width) - 1) << (lane * pitch);
        return mask;
    }
}
