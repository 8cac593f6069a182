namespace XrNpe.Coproc;

/// <summary>What a chain reads from memory: descriptors, and at the start of each job its operands, all at once.</summary>
internal sealed class ChainMemory(MemoryImage memory, CoprocConfig config)
{
    /// <summary>Judges a descriptor that was read without a bus error.</summary>
    /// <param name="address">Where it stands.</param>
    /// <returns>The cycles that takes, and the verdict.</returns>
    public (int Cycles, ErrorCode Verdict) Check(ulong address)
    {
        Span<byte> bytes = memory.Slice(address, DescriptorLayout.Bytes);
        ErrorCode verdict = DescriptorCheck.Find(bytes, address, config)?.Code ?? ErrorCode.None;
        return (DescriptorPlan.CheckCycles(Descriptor.FromBytes(bytes)), verdict);
    }

    /// <summary>The job of a descriptor that passed, and its results.</summary>
    public (JobPlan Job, JobResult Result) Plan(ulong address)
    {
        Descriptor d = Descriptor.FromBytes(memory.Slice(address, DescriptorLayout.Bytes));

        JobResult result = JobRunner.Reach(d, memory) == ErrorCode.ReadDecodeError
            ? Partial(d)
            : JobRunner.Compute(d, memory);
        return (new JobPlan(d, config), result);
    }

    /// <summary>
    /// The results of a job with operands outside the memory. It ends with an error, but tiles that need nothing from there may be written
    /// before: zeros stand for what is missing, in a memory of its own that reaches that far.
    /// </summary>
    private JobResult Partial(Descriptor d)
    {
        const int MostBytes = 1 << 28;
        IEnumerable<MatrixExtent> operands = MatrixExtent.Of(d).Where(matrix => matrix.Name != "c");
        UInt128 low = memory.BaseAddress, high = (UInt128)memory.BaseAddress + (UInt128)memory.Size;
        foreach (MatrixExtent matrix in operands) (low, high) = (UInt128.Min(low, matrix.Base), UInt128.Max(high, matrix.End));
        bool isLarge = high - low > MostBytes || (UInt128)d.M * d.N > MostBytes;
        if (isLarge) return new JobResult([], new JobOutcome(ErrorCode.ReadDecodeError));

        var wider = new MemoryImage((ulong)low, (int)(high - low));
        memory.All.CopyTo(wider.Slice(memory.BaseAddress, memory.Size));
        return JobRunner.Compute(d, wider);
    }
}
