namespace XrNpe.Arith;

/// <summary>
/// What happens once per result: activation, × 2^scale, one rounding. Modules <c>xrnpe_scale</c> and
/// <c>xrnpe_round_pack</c>. Everything before the rounding is exact.
/// </summary>
public static class OutputStage
{
    /// <summary>Rounds a quire to an output code.</summary>
    /// <param name="quire">The exact sum.</param>
    /// <param name="activation">Applied to the exact sum.</param>
    /// <param name="scale">Power of two by which the activated sum is multiplied; in a job −256…254, its channel's included.</param>
    /// <param name="output">Format of the result.</param>
    /// <param name="narToFp4">True when NaR met an FP4 output, which has no code for it; the result is then 8 (−0).</param>
    public static uint Finish(in Quire128 quire, Activation activation, int scale, NumberFormat output, out bool narToFp4)
    {
        narToFp4 = quire.IsNaR && output == NumberFormat.Fp4;
        if (quire.IsNaR) return FormatInfo.Of(output).NaRCode;

        bool sign = Int128.IsNegative(quire.Sum);
        UInt128 magnitude = sign ? (UInt128)(-quire.Sum) : (UInt128)quire.Sum;
        int lsb = FormatInfo.Of(quire.Format).ProductLsbExponent + scale;
        bool sticky = false;

        if (sign && activation.Kind == ActivationKind.Relu) magnitude = UInt128.Zero;
        if (sign && activation.Kind == ActivationKind.LeakyRelu)
        {
            magnitude = MultiplyBySlope(magnitude, activation.SlopeM, out int dropped, out sticky);
            lsb += dropped - activation.SlopeS;
        }

        // An exact zero out of a quire is +0.
        return magnitude == UInt128.Zero ? 0 : RoundPack.Round(output, sign, magnitude, lsb, sticky);
    }

    /// <summary>magnitude · m needs up to 135 bits: what does not fit goes down into the sticky bit, 8 bits of it at once.</summary>
    private static UInt128 MultiplyBySlope(UInt128 magnitude, byte m, out int dropped, out bool sticky)
    {
        UInt128 low = (UInt128)(ulong)magnitude * m;
        UInt128 high = (magnitude >> 64) * m + (low >> 64);
        if (high >> 64 == UInt128.Zero)
        {
            (dropped, sticky) = (0, false);
            return (high << 64) | (ulong)low;
        }

        (dropped, sticky) = (8, (byte)low != 0);
        return (high << 56) | ((ulong)low >> 8);
    }
}
