namespace XrNpe.Coproc;

/// <summary>Error codes in words: what, where, and what would be right.</summary>
internal static class ErrorReport
{
    /// <summary>A sentence for a chain that ended with an error.</summary>
    /// <param name="outcome">What the registers said.</param>
    /// <param name="memory">The memory the descriptor stands in; it says which field is wrong.</param>
    /// <param name="config">What the hardware has.</param>
    public static string Describe(ChainOutcome outcome, MemoryImage memory, CoprocConfig config)
    {
        string where = $"descriptor {outcome.Index} at 0x{outcome.DescriptorAddress:x}";
        return $"{ErrorCodes.HardwareName(outcome.Code)} ({(int)outcome.Code}) in {where}: {Detail(outcome, memory, config) ?? General(outcome.Code)}";
    }

    /// <summary>The field that is wrong, when the same check finds the same fault in the bytes that are there now.</summary>
    private static string? Detail(ChainOutcome outcome, MemoryImage memory, CoprocConfig config)
    {
        DescriptorProblem? problem = memory.Contains(outcome.DescriptorAddress, DescriptorLayout.Bytes)
            ? DescriptorCheck.Find(memory.Slice(outcome.DescriptorAddress, DescriptorLayout.Bytes), outcome.DescriptorAddress, config)
            : DescriptorCheck.Address(outcome.DescriptorAddress);
        return problem?.Code == outcome.Code ? problem.Message : null;
    }

    private static string General(ErrorCode code)
    {
        string sentence = ErrorCodes.Sentence(code);
        return code switch
        {
            ErrorCode.ReadDecodeError or ErrorCode.WriteDecodeError => sentence + "; all of the descriptor, A, B, C and the channel table must be where memory is",
            ErrorCode.ReadSlaveError or ErrorCode.WriteSlaveError => sentence + "; the memory or its controller failed",
            ErrorCode.Watchdog => sentence + "; the memory hangs, or WATCHDOG.cycles is too small for its latency",
            _ => sentence,
        };
    }
}
