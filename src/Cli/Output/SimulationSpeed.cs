using XrNpe.Coproc;

namespace XrNpe.Cli;

/// <summary>The same chain on emulator and RTL: what each counted, and how long it took.</summary>
/// <param name="Emulator">What the emulator counted.</param>
/// <param name="EmulatorSeconds">How long it took.</param>
/// <param name="Rtl">What the RTL counted.</param>
/// <param name="RtlSeconds">How long it took.</param>
internal sealed record SimulationSpeed(CoprocCounters Emulator, double EmulatorSeconds, CoprocCounters Rtl, double RtlSeconds)
{
    /// <summary>They do not count the same.</summary>
    public bool Differs => Emulator != Rtl;

    /// <summary>Cycles that the emulator simulates in a second.</summary>
    public double EmulatorRate => Emulator.Cycles / EmulatorSeconds;

    /// <summary>Cycles of the RTL that Verilator simulates in a second.</summary>
    public double RtlRate => Rtl.Cycles / RtlSeconds;
}
