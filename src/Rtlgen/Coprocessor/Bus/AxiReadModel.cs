using Scriban.Runtime;
using XrNpe.Coproc;

namespace XrNpe.Rtlgen;

/// <summary>The reading half of the AXI4 master.</summary>
internal sealed class AxiReadModel() : ModuleModel(
    "xrnpe_axi_read", "Reads runs of bytes over AXI4, several at once, and delivers them realigned, one full-width entry after the other.")
{
    /// <inheritdoc/>
    public override IEnumerable<HeaderParameter> Parameters(CoprocConfig config) => [.. Geometry.Bus(config), Geometry.OutstandingReads(config)];

    /// <inheritdoc/>
    public override void Populate(ScriptObject script, CoprocConfig config) => Geometry.Populate(script, config);
}
