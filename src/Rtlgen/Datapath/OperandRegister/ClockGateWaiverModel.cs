using XrNpe.Coproc;

namespace XrNpe.Rtlgen;

/// <summary>Feeds <c>xrnpe_clock_gate.vlt</c>, the one lint waiver there is.</summary>
internal sealed class ClockGateWaiverModel() : TemplateModel("xrnpe_clock_gate.vlt", "Lint waivers for Verilator.")
{
    private readonly ClockGateModel _gate = new();

    /// <inheritdoc/>
    public override bool IsNeeded(CoprocConfig config) => _gate.IsNeeded(config);
}
