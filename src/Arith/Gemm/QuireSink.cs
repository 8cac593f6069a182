namespace XrNpe.Arith;

/// <summary>Finishes sums of any width one by one as a job wants them: bias, activation, scale, one rounding to any output format.</summary>
/// <param name="output">Activation and rounding.</param>
/// <param name="terms">Bias and scale of each column.</param>
/// <param name="c">Address of C's first code; row-major, without gaps.</param>
internal readonly unsafe struct QuireSink(JobOutput output, ChannelTerm[] terms, uint* c) : ISumSink
{
    /// <inheritdoc/>
    public void Narrow(int row, int column, int count, int readable, int* sums)
    {
        for (int i = 0; i < count; i++) Store(row, column + i, sums[i]);
    }

    /// <inheritdoc/>
    public void Wide(int row, int column, int count, int readable, long* sums)
    {
        for (int i = 0; i < count; i++) Store(row, column + i, sums[i]);
    }

    /// <summary>Finishes one sum.</summary>
    public void Store(int row, int column, Int128 sum)
    {
        ref readonly ChannelTerm term = ref terms[column];
        c[((long)row * terms.Length) + column] = output.Finish(unchecked(sum + term.Bias), term.Scale);
    }
}
