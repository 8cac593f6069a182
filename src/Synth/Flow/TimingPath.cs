namespace XrNpe.Synth;

/// <summary>A path through a netlist.</summary>
/// <param name="Nanoseconds">Its delay, with what the register at its end wants before the clock.</param>
/// <param name="From">Where it starts: an input or a register.</param>
/// <param name="To">Where it ends.</param>
/// <param name="Steps">Its cells, in words of OpenSTA.</param>
public sealed record TimingPath(double Nanoseconds, string From, string To, IReadOnlyList<string> Steps);

/// <summary>The slowest paths of a netlist.</summary>
/// <param name="RegisterToRegister">From register to register; null when there is none.</param>
/// <param name="Any">Of all, inputs and outputs included; null when there is none.</param>
public sealed record Timing(TimingPath? RegisterToRegister, TimingPath? Any)
{
    /// <summary>What limits the clock when inputs come out of registers and outputs go into some.</summary>
    public TimingPath? Critical => Any ?? RegisterToRegister;
}
