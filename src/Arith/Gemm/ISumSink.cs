namespace XrNpe.Arith;

/// <summary>Takes finished tiles of exact integer sums.</summary>
internal unsafe interface ISumSink
{
    /// <summary>A row of sums that fit 32 bits. Entries from <paramref name="count"/> to the tile's width are readable, but mean nothing.</summary>
    void Narrow(int row, int column, int count, int* sums);

    /// <summary>A row of sums of up to 64 bits.</summary>
    void Wide(int row, int column, int count, long* sums);
}
