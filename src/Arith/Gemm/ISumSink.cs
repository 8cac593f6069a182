namespace XrNpe.Arith;

/// <summary>Takes finished tiles of exact integer sums.</summary>
internal unsafe interface ISumSink
{
    /// <summary>A row of sums that fit 32 bits.</summary>
    /// <param name="row">Row of C.</param>
    /// <param name="column">First column of C.</param>
    /// <param name="count">Columns inside C.</param>
    /// <param name="readable">Entries that may be read; those past the count mean nothing.</param>
    /// <param name="sums">The sums.</param>
    void Narrow(int row, int column, int count, int readable, int* sums);

    /// <inheritdoc cref="Narrow"/>
    /// <summary>A row of sums of up to 64 bits.</summary>
    void Wide(int row, int column, int count, int readable, long* sums);
}
