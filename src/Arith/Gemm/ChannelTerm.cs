namespace XrNpe.Arith;

/// <summary>A <see cref="ChannelEntry"/> as sums want it.</summary>
/// <param name="Bias">Added to the sum, in units of the product LSB.</param>
/// <param name="Scale">Power of two applied before rounding, the job's included.</param>
/// <param name="IsNarrow">The bias has at most 63 bits.</param>
internal readonly record struct ChannelTerm(Int128 Bias, int Scale, bool IsNarrow)
{
    /// <summary>The terms of a table.</summary>
    public static ChannelTerm[] Of(ReadOnlySpan<ChannelEntry> channels, int jobScale)
    {
        const long Most = 1L << 62;
        var terms = new ChannelTerm[channels.Length];
        for (int i = 0; i < terms.Length; i++)
        {
            Int128 bias = channels[i].Sum;
            terms[i] = new ChannelTerm(bias, jobScale + channels[i].Scale, bias >= -Most && bias < Most);
        }

        return terms;
    }
}
