namespace XrNpe.Coproc;

/// <summary>The simulated hardware broke a rule of AXI.</summary>
public sealed class AxiProtocolException(long cycle, string rule) : Exception($"cycle {cycle}: {rule}")
{
    /// <summary>Clock cycle since power-up.</summary>
    public long Cycle { get; } = cycle;

    /// <summary>Which rule, on which channel, and what was seen.</summary>
    public string Rule { get; } = rule;
}
