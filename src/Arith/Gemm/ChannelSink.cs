namespace XrNpe.Arith;

/// <summary>Finishes sums as a job with channels wants them: each column has a bias and a scale.</summary>
/// <param name="output">Activation and rounding.</param>
/// <param name="terms">Per column.</param>
/// <param name="c">Address of C's first code; row-major, without gaps.</param>
/// <param name="columns">Columns of C.</param>
internal readonly unsafe struct ChannelSink(JobOutput output, ChannelTerm[] terms, uint* c, int columns) : IQuireSink
{
    /// <inheritdoc/>
    public void Narrow(int row, int column, int count, int readable, int* sums)
    {
        uint* target = c + ((long)row * columns) + column;
        for (int i = 0; i < count; i++) target[i] = Finish(sums[i], in terms[column + i]);
    }

    /// <inheritdoc/>
    public void Wide(int row, int column, int count, int readable, long* sums)
    {
        uint* target = c + ((long)row * columns) + column;
        for (int i = 0; i < count; i++) target[i] = Finish(sums[i], in terms[column + i]);
    }

    /// <inheritdoc/>
    public void Store(int row, int column, Int128 sum) =>
        c[((long)row * columns) + column] = output.Finish(unchecked(sum + terms[column].Bias), terms[column].Scale);

    /// <summary>Finishes a sum of a format of up to 8 bits: it has no more than 40, so a narrow bias cannot take it out of 64.</summary>
    private uint Finish(long sum, in ChannelTerm term) => term.IsNarrow
        ? output.Finish(sum + (long)term.Bias, term.Scale)
        : output.Finish(unchecked(sum + term.Bias), term.Scale);
}
