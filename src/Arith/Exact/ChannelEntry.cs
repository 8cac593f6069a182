namespace XrNpe.Arith;

/// <summary>What an output channel, a column of B, has of its own: a bias that enters the exact sum, and a scale.</summary>
/// <param name="Bias">The bias, times 2^<paramref name="BiasExponent"/> in units of the product LSB.</param>
/// <param name="BiasExponent">
/// 0 to 127; bits above are not looked at. The driver makes no table with which a sum could leave 128 bits; hardware, and this, would wrap.
/// </param>
/// <param name="Scale">Power of two, added to the job's.</param>
public readonly record struct ChannelEntry(int Bias, byte BiasExponent, sbyte Scale)
{
    private const int ExponentMask = 0x7f;

    /// <summary>The bias in units of the product LSB, modulo 2^128.</summary>
    public Int128 Sum => (Int128)Bias << (BiasExponent & ExponentMask);

    /// <summary>A sum with the bias of its channel; module <c>xrnpe_bias</c>. Modulo 2^128; NaR stays NaR.</summary>
    /// <param name="quire">The sum.</param>
    public Quire128 AddTo(in Quire128 quire) => new(quire.Format, unchecked(quire.Sum + Sum), quire.IsNaR);
}
