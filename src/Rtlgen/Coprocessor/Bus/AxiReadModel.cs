using Scriban.Runtime;
using XrNpe.Coproc;

namespace XrNpe.Rtlgen;

/// <summary>The reading half of the AXI4 master.</summary>
internal sealed class AxiReadModel() : ModuleModel(
    "xrnpe_axi_read", "Reads a run of bytes over AXI4 and delivers it realigned, one full-width entry after the other.")
{
    /// <inheritdoc/>
    public override IEnumerable<HeaderParameter> Parameters(CoprocConfig config) => Geometry.Bus(config);

    /// <inheritdoc/>
    public override void Populate(ScriptObject script, CoprocConfig config) => Geometry.Populate(script, config);
}
