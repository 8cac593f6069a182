namespace XrNpe.Coproc;

/// <summary>What a cycle of a chain was spent on; every cycle is of one kind.</summary>
public enum CycleKind
{
    /// <summary>The array took operands.</summary>
    Compute,

    /// <summary>A job's first operands had not come.</summary>
    Fill,

    /// <summary>The array waited for operands.</summary>
    ReadStall,

    /// <summary>The array waited for the output.</summary>
    WriteStall,

    /// <summary>A job's last operands were taken; its writes were not all answered.</summary>
    Drain,
}
