using Scriban.Runtime;
using XrNpe.Coproc;

namespace XrNpe.Rtlgen;

/// <summary>Feeds <c>xrnpe_pe</c>.</summary>
internal sealed class PeModel() : ModuleModel("xrnpe_pe", "One processing element: multiply, align, accumulate; three registers deep, one quire.")
{
    /// <inheritdoc/>
    public override IEnumerable<HeaderParameter> Parameters(CoprocConfig config) =>
        [Geometry.Formats(config), Geometry.Slices(config)];

    /// <inheritdoc/>
    public override void Populate(ScriptObject script, CoprocConfig config) => new LaneShape(config).Populate(script);
}
