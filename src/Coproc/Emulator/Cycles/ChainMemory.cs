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

        // Operands outside the memory answer with an error before any tile that needs them is done.
        JobResult result = JobRunner.Reach(d, memory) == ErrorCode.ReadDecodeError
            ? new JobResult([], new JobOutcome(ErrorCode.ReadDecodeError))
            : JobRunner.Compute(d, memory);
        return (new JobPlan(d, config), result);
    }
}
