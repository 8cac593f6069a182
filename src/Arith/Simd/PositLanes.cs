using System.Runtime.CompilerServices;

namespace XrNpe.Arith;

/// <summary>
/// Posit codes from and to float32 bits, lane by lane without a branch: the codec of <see cref="Decode"/> and
/// <see cref="RoundPack"/> again, in 32-bit integers. Tests hold it against those two on every code and every float that matters.
/// </summary>
internal static class PositLanes<TLanes, T>
    where TLanes : ILanes<T>
    where T : struct
{
    private const int SignBit = int.MinValue;
    private const int ExponentBias = 127;
    private const int FractionBits = 23;
    private const int Infinity = 0x7f80_0000;
    private const int QuietNaN = 0x7fc0_0000;

    /// <summary>Rounds floats, given as bits. ±Inf and NaN become NaR, −0 becomes 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T FromSingleBits(T bits, int width, int exponentSize)
    {
        int maxExponent = (width - 2) << exponentSize;
        T sign = TLanes.ShiftRightArithmetic(bits, 31);
        T magnitude = TLanes.And(bits, TLanes.Create(~SignBit));

        // Saturation, on the bits: floats order like their patterns. Zero and what is no real are put right at the end.
        T clamped = TLanes.Max(magnitude, TLanes.Create((ExponentBias - maxExponent) << FractionBits));
        clamped = TLanes.Min(clamped, TLanes.Create((ExponentBias + maxExponent) << FractionBits));

        // Regime 10 or 01, exponent, fraction, from bit 31 down; each further regime step repeats the first bit once.
        T exponent = TLanes.Subtract(TLanes.ShiftRightLogical(clamped, FractionBits), TLanes.Create(ExponentBias));
        T regime = TLanes.ShiftRightArithmetic(exponent, exponentSize);
        T below = TLanes.ShiftRightArithmetic(regime, 31);
        T seed = TLanes.Select(below, TLanes.Create(1 << 30), TLanes.Create(SignBit));
        T exponentAndFraction = TLanes.And(TLanes.ShiftLeft(clamped, 30 - FractionBits - exponentSize), TLanes.Create((1 << 30) - 1));
        T pattern = TLanes.Or(seed, exponentAndFraction);

        // The bias is odd: with an exponent field its low bit comes out inverted.
        if (exponentSize == 1) pattern = TLanes.Xor(pattern, TLanes.Create(1 << 29));

        T repeats = TLanes.Xor(regime, below);
        T cut = TLanes.ShiftRightArithmetic(pattern, repeats);
        T lost = TLanes.ShiftLeft(pattern, TLanes.Subtract(TLanes.Create(32), repeats));
        T lostNothing = TLanes.Equal(lost, TLanes.Create(0));
        T sticky = TLanes.Add(lostNothing, TLanes.Create(1));

        // Nearest, ties to even, on the pattern.
        int dropped = 33 - width;
        T even = TLanes.And(TLanes.ShiftRightLogical(cut, dropped), TLanes.Create(1));
        T halfUlpLessOne = TLanes.Create((1 << (dropped - 1)) - 1);
        T code = TLanes.ShiftRightLogical(TLanes.Add(TLanes.Or(cut, sticky), TLanes.Add(halfUlpLessOne, even)), dropped);

        code = TLanes.Subtract(TLanes.Xor(code, sign), sign);
        code = TLanes.And(code, TLanes.Create((1 << width) - 1));
        code = TLanes.Select(TLanes.Equal(magnitude, TLanes.Create(0)), TLanes.Create(0), code);
        return TLanes.Select(TLanes.Greater(magnitude, TLanes.Create(Infinity - 1)), TLanes.Create(1 << (width - 1)), code);
    }

    /// <summary>The exact float bits of codes; NaR is the quiet NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T ToSingleBits(T codes, int width, int exponentSize)
    {
        // The sign to bit 31, then the magnitude's regime.
        T aligned = TLanes.ShiftLeft(codes, 32 - width);
        T sign = TLanes.ShiftRightArithmetic(aligned, 31);
        T body = TLanes.ShiftLeft(TLanes.Subtract(TLanes.Xor(aligned, sign), sign), 1);
        T large = TLanes.ShiftRightArithmetic(body, 31);
        T run = TLanes.LeadingZeroCount(TLanes.Xor(body, large));

        // A run of r ones is the regime r − 1, a run of r zeros −r.
        T regime = TLanes.Xor(TLanes.Add(run, TLanes.Create(-1)), TLanes.Xor(large, TLanes.Create(-1)));
        T rest = TLanes.ShiftLeft(TLanes.ShiftLeft(body, run), 1);

        // Exponent field and fraction stand where a float wants them once the regime is added above.
        T low = TLanes.ShiftRightLogical(rest, 32 - FractionBits - exponentSize);
        T high = TLanes.ShiftLeft(TLanes.Add(TLanes.ShiftLeft(regime, exponentSize), TLanes.Create(ExponentBias)), FractionBits);
        T single = TLanes.Or(TLanes.Add(high, low), TLanes.And(sign, TLanes.Create(SignBit)));
        single = TLanes.Select(TLanes.Equal(aligned, TLanes.Create(0)), TLanes.Create(0), single);
        return TLanes.Select(TLanes.Equal(aligned, TLanes.Create(SignBit)), TLanes.Create(QuietNaN), single);
    }
}
