using System.Numerics;
using System.Runtime.CompilerServices;

namespace XrNpe.Arith;

/// <summary>
/// Exact values to codes: the one rounder of the project, module <c>xrnpe_round_pack</c>. Section 3 of the design and
/// the Posit Standard (2022), section 4.1.
/// </summary>
public static class RoundPack
{
    private const int Float32FractionBits = 23;
    private const int Float32MaxExponent = 127;
    private const int Float64FractionBits = 52;
    private const int Float64MaxExponent = 1023;

    /// <summary>
    /// Rounds (−1)^<paramref name="sign"/> · (<paramref name="magnitude"/> + t) · 2^<paramref name="lsbExponent"/>, where t is 0,
    /// or somewhere strictly between 0 and 1 when <paramref name="sticky"/> is set, to the nearest code.
    /// </summary>
    /// <param name="format">Format of the result.</param>
    /// <param name="sign">Sign; of a zero too, where the format has signed zeros.</param>
    /// <param name="magnitude">Integer magnitude; with <paramref name="sticky"/> set, of 25 bits or more.</param>
    /// <param name="lsbExponent">Power of two of the magnitude's bit 0.</param>
    /// <param name="sticky">True when nonzero bits below bit 0 were dropped.</param>
    /// <exception cref="ArgumentException">A sticky bit under so few bits that it could lie above the rounding position.</exception>
    public static uint Round(NumberFormat format, bool sign, UInt128 magnitude, int lsbExponent, bool sticky = false)
    {
        FormatInfo info = FormatInfo.Of(format);

        // Float32's 24 bits and the one that tells which side of the tie: with those, sticky can only break ties.
        int leading = Leading(magnitude, sticky, leastLeading: Float32FractionBits + 1);
        if (leading < 0) return sign && !info.IsPosit ? 1u << (info.Bits - 1) : 0;

        ulong significand = Normalize(magnitude, ref sticky);
        return Normalized(info, sign, significand, leading + lsbExponent, sticky);
    }

    /// <summary>The same of a nonzero value whose leading one, worth 2^<paramref name="exponent"/>, stands at bit 63.</summary>
    internal static uint Normalized(FormatInfo info, bool sign, ulong significand, int exponent, bool sticky) => info.Format switch
    {
        NumberFormat.Fp4 => Fp4(sign, significand, exponent, sticky),
        NumberFormat.F32 => (uint)Float(sign, significand, exponent, sticky, Float32FractionBits, Float32MaxExponent),
        _ => Posit(info, sign, significand, exponent, sticky),
    };

    /// <summary>The same to float64, which is no format of the engine: nearest even, subnormals kept, overflow to ±Inf.</summary>
    /// <param name="sign">Sign; of a zero too.</param>
    /// <param name="magnitude">Integer magnitude; with <paramref name="sticky"/> set, of 54 bits or more.</param>
    /// <param name="lsbExponent">Power of two of the magnitude's bit 0.</param>
    /// <param name="sticky">True when nonzero bits below bit 0 were dropped.</param>
    /// <exception cref="ArgumentException">A sticky bit under so few bits that it could lie above the rounding position.</exception>
    public static double RoundToDouble(bool sign, UInt128 magnitude, int lsbExponent, bool sticky = false)
    {
        int leading = Leading(magnitude, sticky, leastLeading: Float64FractionBits + 1);
        if (leading < 0) return sign ? double.NegativeZero : 0;
        ulong significand = Normalize(magnitude, ref sticky);
        return BitConverter.UInt64BitsToDouble(
            Float(sign, significand, leading + lsbExponent, sticky, Float64FractionBits, Float64MaxExponent));
    }

    /// <summary>The place of the leading one, −1 for 0; refuses a sticky bit under too few bits.</summary>
    private static int Leading(UInt128 magnitude, bool sticky, int leastLeading)
    {
        int leading = 127 - (int)UInt128.LeadingZeroCount(magnitude);
        return sticky && leading < leastLeading
            ? throw new ArgumentException($"a sticky bit needs a magnitude of {leastLeading + 1} bits or more to stand below", nameof(magnitude))
            : leading;
    }

    /// <summary>The 64 bits from the leading one down, the leading one at bit 63; what lies lower goes into the sticky bit.</summary>
    private static ulong Normalize(UInt128 magnitude, ref bool sticky)
    {
        ulong upper = (ulong)(magnitude >> 64);
        ulong lower = (ulong)magnitude;
        if (upper == 0) return lower << BitOperations.LeadingZeroCount(lower);

        int shift = BitOperations.LeadingZeroCount(upper);
        sticky |= lower << shift != 0;
        return shift == 0 ? upper : (upper << shift) | (lower >> (64 - shift));
    }

    private static uint Posit(FormatInfo info, bool sign, ulong significand, int exponent, bool sticky)
    {
        // Past either end the pattern of the next regime still rounds to maxpos, or to 0 or minpos: a real never becomes NaR, and
        // a nonzero value never zero. Clamps and arithmetic signs, because a branch on random data costs more than all of it.
        exponent = Math.Clamp(exponent, -info.MaxExponent - 1, info.MaxExponent);

        // The endless pattern regime·exponent·fraction, cut after n−1 bits; nearest on the pattern, ties to even. Room for
        // p16's longest regime and exponent above, more fraction than any code has below.
        const int FractionBits = 40;
        const int Dropped = 63 - FractionBits;
        sticky |= (significand & ((1ul << Dropped) - 1)) != 0;
        ulong fraction = (significand >> Dropped) & ((1ul << FractionBits) - 1);

        int regime = exponent >> info.ExponentSize;
        int below = regime >> 31; // all ones below 2^0
        int regimeBits = (regime ^ below) + 2;
        ulong regimePattern = below != 0 ? 1 : (1ul << regimeBits) - 2;
        uint exponentField = (uint)(exponent - (regime << info.ExponentSize));
        ulong pattern = (((regimePattern << info.ExponentSize) | exponentField) << FractionBits) | fraction;

        int cut = regimeBits + info.ExponentSize + FractionBits - (info.Bits - 1);
        uint code = Math.Max((uint)NearestEven(pattern, cut, sticky), 1);
        uint negative = sign ? uint.MaxValue : 0;
        return ((code ^ negative) - negative) & info.Mask;
    }

    private static uint Fp4(bool sign, ulong significand, int exponent, bool sticky)
    {
        const uint Largest = 7; // 6.0
        uint code = Largest;
        if (exponent <= 2)
        {
            // In each binade two codes: quantum 2^-1 up to 2, then 2^0, then 2^1. A carry moves on to the next code by itself.
            int binade = Math.Max(exponent, 0);
            code = (uint)NearestEven(significand, binade - 1 - (exponent - 63), sticky) + (2 * (uint)binade);
            code = Math.Min(code, Largest);
        }

        return sign ? code | 8 : code;
    }

    /// <summary>The bits of an IEEE 754 float with the given fraction bits and largest exponent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Float(bool sign, ulong significand, int exponent, bool sticky, int fractionBits, int maxExponent)
    {
        int minExponent = 1 - maxExponent;
        ulong infinity = (ulong)(maxExponent - minExponent + 2) << fractionBits;
        ulong code = infinity;
        if (exponent <= maxExponent)
        {
            int binade = Math.Max(exponent, minExponent);
            ulong rounded = NearestEven(significand, binade - fractionBits - (exponent - 63), sticky);

            // The hidden bit adds one to the exponent field; subnormals have none. A carry out of the last is infinity by itself.
            code = ((ulong)(binade - minExponent) << fractionBits) + rounded;
        }

        ulong signBit = infinity + (1ul << fractionBits);
        return sign ? code | signBit : code;
    }

    /// <summary>value · 2^−cut to the nearest integer, ties to even, for cut ≥ 1.</summary>
    private static ulong NearestEven(ulong value, int cut, bool sticky)
    {
        if (cut > 64) return 0; // less than half of one
        ulong half = 1ul << (cut - 1);
        ulong quotient = cut == 64 ? 0 : value >> cut;
        ulong remainder = value & (half | (half - 1));
        bool up = remainder > half | (remainder == half & (sticky | (quotient & 1) != 0));
        return quotient + (up ? 1ul : 0);
    }
}
