using XrNpe.Coproc;

namespace XrNpe.Rtlgen;

/// <summary>Feeds <c>xrnpe_clock_gate</c>, the place of a library's clock-gate cell.</summary>
internal sealed class ClockGateModel() : ModuleModel("xrnpe_clock_gate", "Integrated clock gate: stops a clock without a glitch.")
{
    /// <inheritdoc/>
    public override bool IsNeeded(CoprocConfig config)
    {
        var shape = new LaneShape(config);
        return config.ClockGate && shape.Small && shape.Modes > 1;
    }
}
