namespace XrNpe.Coproc;

/// <summary>What the registers say after a chain.</summary>
/// <param name="Code">How it ended.</param>
/// <param name="Index">With an error: which descriptor, 0 is the first.</param>
/// <param name="DescriptorAddress">With an error: its address.</param>
/// <param name="NarRow">With <see cref="ErrorCode.NarToFp4"/>: row of the first NaR.</param>
/// <param name="NarColumn">With <see cref="ErrorCode.NarToFp4"/>: its column.</param>
/// <param name="Counters">The performance counters.</param>
public sealed record ChainOutcome(
    ErrorCode Code, uint Index, ulong DescriptorAddress, uint NarRow, uint NarColumn, CoprocCounters Counters);
