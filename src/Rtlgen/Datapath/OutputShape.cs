using XrNpe.Arith;

namespace XrNpe.Rtlgen;

/// <summary>Widths of what travels from the quire to the rounder.</summary>
internal static class OutputShape
{
    /// <summary>
    /// Bits of an exponent, two's complement; enough for any quire contents and scales from −271 (a job's and a channel's lowest, divided by the
    /// steepest slope) to 254.
    /// </summary>
    public const int ExponentBits = 10;

    /// <summary>Bits below the leading one that the rounder looks at one by one: float32's fraction and the bit to round at.</summary>
    public static int FractionBits => FormatInfo.Of(NumberFormat.F32).SignificandBits;
}
