namespace XrNpe.Coproc;

/// <summary>A tile's part of a row of C on its way to memory.</summary>
/// <param name="Job">The job.</param>
/// <param name="Results">Its codes, row-major; empty when they are not known.</param>
/// <param name="Address">First byte.</param>
/// <param name="Bytes">Length.</param>
/// <param name="Row">Row of C.</param>
/// <param name="Column">First column of C.</param>
/// <param name="Count">Columns of C; what the bytes hold beyond them is padding.</param>
internal readonly record struct Segment(JobPlan Job, uint[] Results, ulong Address, int Bytes, uint Row, uint Column, int Count)
{
    /// <summary>Packs the codes, column 0 lowest, and zeros behind them.</summary>
    /// <param name="target">As many bytes as the segment has.</param>
    public void Pack(Span<byte> target)
    {
        target.Clear();
        if (Results.Length == 0) return;
        int bits = Job.Output.Bits;
        ReadOnlySpan<uint> codes = Results.AsSpan((int)((Row * Job.Descriptor.N) + Column), Count);
        for (int i = 0; i < codes.Length; i++)
        {
            int place = i * bits;
            if (bits < 8)
            {
                target[place >> 3] |= (byte)(codes[i] << (place & 7));
                continue;
            }

            for (int b = 0; b < bits; b += 8) target[(place + b) >> 3] = (byte)(codes[i] >> b);
        }
    }
}
