using Scriban.Runtime;
using XrNpe.Arith;

namespace XrNpe.Rtlgen;

/// <summary>Widths of what travels from the quire to the rounder.</summary>
internal static class OutputShape
{
    /// <summary>Bits of the exact magnitude: the quire's 128 and an 8-bit slope.</summary>
    public const int MagnitudeBits = 136;

    /// <summary>Bits of its exponent, two's complement; enough for any quire contents, scale and slope.</summary>
    public const int ExponentBits = 10;

    /// <summary>Bits below the leading one that the rounders look at one by one: float32's fraction and the bit to round at.</summary>
    public static int FractionBits => FormatInfo.Of(NumberFormat.F32).SignificandBits;

    /// <summary>What the templates of the output stage may read.</summary>
    public static void Populate(ScriptObject script)
    {
        script["magnitude_bits"] = MagnitudeBits;
        script["exponent_bits"] = ExponentBits;
        script["fraction_bits"] = FractionBits;
    }
}
