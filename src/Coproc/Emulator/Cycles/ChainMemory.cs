namespace XrNpe.Coproc;

/// <summary>What a chain reads from memory: descriptors, and at the start of each job its operands, all at once.</summary>
internal sealed class ChainMemory(MemoryImage memory, CoprocConfig config)
{
    private readonly byte[] _descriptor = new byte[DescriptorLayout.Bytes];

    /// <summary>Takes a descriptor that was read without a bus error: what is written over it later does not count.</summary>
    public void Load(ulong address) => memory.Slice(address, DescriptorLayout.Bytes).CopyTo(_descriptor);

    /// <summary>Judges the descriptor.</summary>
    /// <param name="address">Where it stood.</param>
    /// <returns>The cycles that takes, and the verdict.</returns>
    public (int Cycles, ErrorCode Verdict) Check(ulong address)
    {
        ErrorCode verdict = DescriptorCheck.Find(_descriptor, address, config)?.Code ?? ErrorCode.None;
        return (DescriptorPlan.CheckCycles(Descriptor.FromBytes(_descriptor)), verdict);
    }

    /// <summary>The job of the descriptor, which passed, and its results.</summary>
    public (JobPlan Job, JobResult Result) Plan()
    {
        Descriptor d = Descriptor.FromBytes(_descriptor);
        JobResult result = JobRunner.Reaches(d, memory) ? JobRunner.Compute(d, memory) : Partial(d);
        return (new JobPlan(d, config), result);
    }

    /// <summary>
    /// The results of a job with operands outside the memory. It ends with an error, but tiles that need nothing from there may be written
    /// before: zeros stand for what is missing, in a memory of its own that reaches that far.
    /// </summary>
    private JobResult Partial(Descriptor d)
    {
        const int MostBytes = 1 << 28;
        UInt128 low = memory.BaseAddress, high = (UInt128)memory.BaseAddress + (UInt128)memory.Size;
        foreach (MatrixExtent matrix in JobRunner.Operands(d)) (low, high) = (UInt128.Min(low, matrix.Base), UInt128.Max(high, matrix.End));
        bool isLarge = high - low > MostBytes || (UInt128)d.M * d.N > MostBytes;
        if (isLarge) return new JobResult([], new JobOutcome(ErrorCode.ReadDecodeError));

        var wider = new MemoryImage((ulong)low, (int)(high - low));
        memory.All.CopyTo(wider.Slice(memory.BaseAddress, memory.Size));
        return JobRunner.Compute(d, wider);
    }
}
