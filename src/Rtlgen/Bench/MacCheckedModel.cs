using Scriban.Runtime;
using XrNpe.Coproc;

namespace XrNpe.Rtlgen;

/// <summary>Feeds <c>xrnpe_mac_checked</c>: the MAC and its checker side by side.</summary>
internal sealed class MacCheckedModel() : ModuleModel(
    MacBench.Checked, "xrnpe_mac together with xrnpe_mac_checker; for simulation and proof, not for synthesis.")
{
    /// <inheritdoc/>
    public override void Populate(ScriptObject script, CoprocConfig config) => MacPorts.Populate(script, config);
}
