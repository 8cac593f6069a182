namespace XrNpe.Arith;

/// <summary>Finishes sums as a job wants them: activation, scale, one rounding to any output format.</summary>
/// <param name="format">Format of A and B.</param>
/// <param name="activation">Applied to each sum.</param>
/// <param name="scale">Power of two applied before rounding.</param>
/// <param name="output">Format of C.</param>
/// <param name="c">Address of C's first code; row-major, without gaps.</param>
/// <param name="columns">Columns of C.</param>
internal readonly unsafe struct QuireSink(
    NumberFormat format, Activation activation, int scale, NumberFormat output, uint* c, int columns) : ISumSink
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
    public void Store(int row, int column, Int128 sum) =>
        c[((long)row * columns) + column] = OutputStage.Finish(new Quire128(format, sum, isNaR: false), activation, scale, output, out _);
}
