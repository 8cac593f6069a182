namespace XrNpe.Coproc;

/// <summary>A bias that the channel table cannot hold exactly. All values are in units of the true sum.</summary>
/// <param name="Channel">The channel: a column of B.</param>
/// <param name="Wanted">The bias as given.</param>
/// <param name="Stored">The bias that the entry holds, the nearest there is.</param>
public readonly record struct ChannelRounding(int Channel, ExactBias Wanted, ExactBias Stored)
{
    /// <summary>How much too large the stored bias is.</summary>
    public double Error => Stored.Minus(Wanted).ToDouble();
}
