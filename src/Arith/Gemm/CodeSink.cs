namespace XrNpe.Arith;

/// <summary>Rounds sums to one-byte codes of the input's own format and stores them in C.</summary>
/// <param name="c">Address of C's first code.</param>
/// <param name="rowStride">Codes from row to row.</param>
/// <param name="columnStride">Codes from column to column.</param>
internal readonly unsafe struct CodeSink<TOperation>(byte* c, nint rowStride, nint columnStride) : ISumSink
    where TOperation : struct, ILaneOperation
{
    private const int MostColumns = 32;

    /// <inheritdoc/>
    public void Narrow(int row, int column, int count, int readable, int* sums)
    {
        byte* target = c + (row * rowStride) + (column * columnStride);
        if (count == readable && columnStride == 1)
        {
            LaneLoop<TOperation>.Run(sums, target, readable);
            return;
        }

        // Whole tiles of lanes even at the edge: the entries past the count are readable and thrown away.
        byte* codes = stackalloc byte[MostColumns];
        LaneLoop<TOperation>.Run(sums, codes, readable);
        for (int i = 0; i < count; i++) target[i * columnStride] = codes[i];
    }

    /// <inheritdoc/>
    public void Wide(int row, int column, int count, int readable, long* sums)
    {
        // Far above where any of these formats saturates.
        const long Limit = 1 << 30;
        int* narrow = stackalloc int[MostColumns];
        for (int i = 0; i < readable; i++) narrow[i] = (int)Math.Clamp(sums[i], -Limit, Limit);
        Narrow(row, column, count, readable, narrow);
    }
}
