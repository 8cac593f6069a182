using XrNpe.Arith;

namespace XrNpe.Vio;

/// <summary>Doubles to codes with one rounding, a power-of-two scale included.</summary>
internal static class DoubleBits
{
    /// <summary>round(x · 2^−scale). Infinities become NaR, or saturate in FP4; the caller has dealt with NaN in FP4.</summary>
    public static uint ToCode(NumberFormat format, double x, int scale)
    {
        const int FractionBits = 52;
        FormatInfo info = FormatInfo.Of(format);
        if (!double.IsFinite(x) && (info.IsPosit || double.IsNaN(x))) return info.NaRCode;

        ulong bits = BitConverter.DoubleToUInt64Bits(x);
        bool sign = bits >> 63 != 0;
        int field = (int)(bits >> FractionBits) & 0x7ff;
        ulong fraction = bits & ((1ul << FractionBits) - 1);

        // Infinity reads as 2^1024 · 1.0, which saturates as it should.
        ulong magnitude = field == 0 ? fraction : fraction | (1ul << FractionBits);
        return RoundPack.Round(format, sign, magnitude, Math.Max(field, 1) - 1075 - scale);
    }
}
