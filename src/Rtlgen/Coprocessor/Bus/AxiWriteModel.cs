using Scriban.Runtime;
using XrNpe.Coproc;

namespace XrNpe.Rtlgen;

/// <summary>The writing half of the AXI4 master.</summary>
internal sealed class AxiWriteModel() : ModuleModel(
    "xrnpe_axi_write", "Writes one segment of a C row over AXI4, at any byte address, touching nothing else.")
{
    /// <inheritdoc/>
    public override IEnumerable<HeaderParameter> Parameters(CoprocConfig config) => Geometry.Bus(config);

    /// <inheritdoc/>
    public override void Populate(ScriptObject script, CoprocConfig config) => Geometry.Populate(script, config);
}
