namespace XrNpe.Arith;

/// <summary>What the sums of one column of C get: a <see cref="ChannelEntry"/> with the job's part in it.</summary>
/// <param name="Bias">Added to the sum, in units of the product LSB.</param>
/// <param name="Scale">Power of two applied before rounding.</param>
internal readonly record struct ChannelTerm(Int128 Bias, int Scale)
{
    /// <summary>The terms of every column.</summary>
    /// <param name="channels">One entry for each column; empty for none.</param>
    /// <param name="jobScale">The job's scale.</param>
    /// <param name="columns">Columns of C.</param>
    public static ChannelTerm[] Of(ReadOnlySpan<ChannelEntry> channels, int jobScale, int columns)
    {
        var terms = new ChannelTerm[columns];
        for (int i = 0; i < columns; i++)
        {
            ChannelEntry channel = channels.IsEmpty ? default : channels[i];
            terms[i] = new ChannelTerm(channel.Sum, jobScale + channel.Scale);
        }

        return terms;
    }
}
