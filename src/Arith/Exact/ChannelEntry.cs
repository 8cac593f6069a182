namespace XrNpe.Arith;

/// <summary>What an output channel, a column of B, has of its own: a bias that enters the exact sum, and a scale.</summary>
/// <param name="Bias">The bias, times 2^<paramref name="BiasExponent"/> in units of the product LSB.</param>
/// <param name="BiasExponent">0 to 127; the sum must stay inside 128 bits.</param>
/// <param name="Scale">Power of two, added to the job's.</param>
public readonly record struct ChannelEntry(int Bias, byte BiasExponent, sbyte Scale)
{
    /// <summary>The bias in units of the product LSB.</summary>
    public Int128 Sum => (Int128)Bias << (BiasExponent & 0x7f);
}
