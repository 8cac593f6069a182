using Scriban.Runtime;
using XrNpe.Coproc;

namespace XrNpe.Rtlgen;

/// <summary>Feeds <c>xrnpe_control</c>.</summary>
internal sealed class ControlModel() : ModuleModel(
    "xrnpe_control", "Walks the chain of descriptors, starts each job, and says how it ended.")
{
    /// <inheritdoc/>
    public override IEnumerable<HeaderParameter> Parameters(CoprocConfig config) => [];

    /// <inheritdoc/>
    public override void Populate(ScriptObject script, CoprocConfig config)
    {
        Geometry.Populate(script, config);
        script["errors"] = ErrorScript.Create();
        script["descriptor_bytes"] = DescriptorLayout.Bytes;
    }
}
