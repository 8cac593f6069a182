namespace XrNpe.Arith;

/// <summary>
/// Exact values to codes: the one rounder of the project, module <c>xrnpe_round_pack</c>. Section 3 of the design and
/// the Posit Standard (2022), section 4.1.
/// </summary>
public static class RoundPack
{
    /// <summary>
    /// Rounds (−1)^<paramref name="sign"/> · (<paramref name="magnitude"/> + t) · 2^<paramref name="lsbExponent"/>, where t is 0,
    /// or somewhere strictly between 0 and 1 when <paramref name="sticky"/> is set, to the nearest code.
    /// </summary>
    /// <param name="format">Format of the result.</param>
    /// <param name="sign">Sign; of a zero too, where the format has signed zeros.</param>
    /// <param name="magnitude">Integer magnitude; not zero when <paramref name="sticky"/> is set.</param>
    /// <param name="lsbExponent">Power of two of the magnitude's bit 0.</param>
    /// <param name="sticky">True when nonzero bits below bit 0 were dropped.</param>
    public static uint Round(NumberFormat format, bool sign, UInt128 magnitude, int lsbExponent, bool sticky = false)
    {
        FormatInfo info = FormatInfo.Of(format);
        if (magnitude == UInt128.Zero)
        {
            if (sticky) throw new ArgumentException("a zero magnitude with a sticky bit has no leading bit to round at", nameof(magnitude));
            return sign && !info.IsPosit ? 1u << (info.Bits - 1) : 0;
        }

        int leading = 127 - (int)UInt128.LeadingZeroCount(magnitude);
        int exponent = leading + lsbExponent;
        return format switch
        {
            NumberFormat.Fp4 => Fp4(sign, magnitude, lsbExponent, exponent, sticky),
            NumberFormat.F32 => Float32(sign, magnitude, lsbExponent, exponent, sticky),
            _ => Posit(info, sign, magnitude, leading, exponent, sticky),
        };
    }

    private static uint Posit(FormatInfo info, bool sign, UInt128 magnitude, int leading, int exponent, bool sticky)
    {
        uint code;
        if (exponent >= info.MaxExponent)
        {
            code = info.NaRCode - 1; // maxpos: a real never becomes NaR
        }
        else if (exponent < -info.MaxExponent)
        {
            code = 1; // minpos: a nonzero value never becomes zero
        }
        else
        {
            // The endless pattern regime·exponent·fraction, cut after n−1 bits; nearest on the pattern, ties to even.
            const int FractionBits = 63;
            UInt128 aligned = magnitude << (127 - leading);
            ulong fraction = (ulong)(aligned >> 64) & long.MaxValue;
            sticky |= (ulong)aligned != 0;

            int regime = exponent >> info.ExponentSize;
            int regimeBits = regime >= 0 ? regime + 2 : 1 - regime;
            UInt128 regimePattern = regime >= 0 ? (UInt128.One << regimeBits) - 2 : UInt128.One;
            uint exponentField = (uint)(exponent - (regime << info.ExponentSize));
            UInt128 pattern = (((regimePattern << info.ExponentSize) | exponentField) << FractionBits) | fraction;

            int cut = regimeBits + info.ExponentSize + FractionBits - (info.Bits - 1);
            code = (uint)NearestEven(pattern, cut, sticky);
        }

        return sign ? (0 - code) & info.Mask : code;
    }

    private static uint Fp4(bool sign, UInt128 magnitude, int lsbExponent, int exponent, bool sticky)
    {
        const uint Largest = 7; // 6.0
        uint code = Largest;
        if (exponent <= 2)
        {
            // In each binade two codes: quantum 2^-1 up to 2, then 2^0, then 2^1. A carry moves on to the next code by itself.
            int binade = Math.Max(exponent, 0);
            code = (uint)NearestEven(magnitude, binade - 1 - lsbExponent, sticky) + (2 * (uint)binade);
            code = Math.Min(code, Largest);
        }

        return sign ? code | 8 : code;
    }

    private static uint Float32(bool sign, UInt128 magnitude, int lsbExponent, int exponent, bool sticky)
    {
        const uint Infinity = 0x7f80_0000u;
        const int MinExponent = -126;
        uint code = Infinity;
        if (exponent <= 127)
        {
            int binade = Math.Max(exponent, MinExponent);
            uint significand = (uint)NearestEven(magnitude, binade - 23 - lsbExponent, sticky);

            // The hidden bit adds one to the exponent field; subnormals have none. A carry out of 127 is infinity by itself.
            code = ((uint)(binade - MinExponent) << 23) + significand;
        }

        return sign ? code | 0x8000_0000u : code;
    }

    /// <summary>magnitude · 2^−cut to the nearest integer, ties to even; exact for cut ≤ 0.</summary>
    private static UInt128 NearestEven(UInt128 magnitude, int cut, bool sticky)
    {
        // The sticky bit lies below bit 0, so the guard bit must be inside the magnitude: shift left, never round by it.
        if (cut <= 0)
        {
            return sticky
                ? throw new ArgumentException("a sticky bit at or above the rounding position: too little precision", nameof(sticky))
                : magnitude << -cut;
        }

        if (cut > 128) return UInt128.Zero;
        UInt128 quotient = cut == 128 ? UInt128.Zero : magnitude >> cut;
        UInt128 half = UInt128.One << (cut - 1);
        UInt128 remainder = cut == 128 ? magnitude : magnitude & ((half << 1) - 1);
        bool up = remainder > half || (remainder == half && (sticky || !UInt128.IsEvenInteger(quotient)));
        return up ? quotient + 1 : quotient;
    }
}
