namespace XrNpe.Arith;

/// <summary>Finishes sums as a job without channels wants them, all alike.</summary>
/// <param name="output">Activation and rounding.</param>
/// <param name="scale">Power of two applied before rounding.</param>
/// <param name="c">Address of C's first code; row-major, without gaps.</param>
/// <param name="columns">Columns of C.</param>
internal readonly unsafe struct QuireSink(JobOutput output, int scale, uint* c, int columns) : IQuireSink
{
    /// <inheritdoc/>
    public void Narrow(int row, int column, int count, int readable, int* sums)
    {
        uint* target = c + ((long)row * columns) + column;
        for (int i = 0; i < count; i++) target[i] = output.Finish((long)sums[i], scale);
    }

    /// <inheritdoc/>
    public void Wide(int row, int column, int count, int readable, long* sums)
    {
        uint* target = c + ((long)row * columns) + column;
        for (int i = 0; i < count; i++) target[i] = output.Finish(sums[i], scale);
    }

    /// <inheritdoc/>
    public void Store(int row, int column, Int128 sum) => c[((long)row * columns) + column] = output.Finish(sum, scale);
}
