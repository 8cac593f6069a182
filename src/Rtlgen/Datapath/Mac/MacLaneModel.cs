using Scriban.Runtime;
using XrNpe.Coproc;

namespace XrNpe.Rtlgen;

/// <summary>Feeds <c>xrnpe_mac_lane</c>, the single-lane wrapper; a unit of several slices has none, since it would waste most of them.</summary>
internal sealed class MacLaneModel() : ModuleModel(
    "xrnpe_mac_lane", "Single-lane MAC: one code of A and one of B a cycle, in any format built in; a wrapper of xrnpe_mac.")
{
    /// <inheritdoc/>
    public override bool IsNeeded(CoprocConfig config) => config.Slices == 1;

    /// <inheritdoc/>
    public override IEnumerable<HeaderParameter> Parameters(CoprocConfig config) => [Geometry.Formats(config)];

    /// <inheritdoc/>
    public override void Populate(ScriptObject script, CoprocConfig config) => MacPorts.Populate(script, config);
}
