using Scriban.Runtime;
using XrNpe.Coproc;

namespace XrNpe.Rtlgen;

/// <summary>Feeds <c>xrnpe_issue</c>.</summary>
internal sealed class IssueModel() : ModuleModel(
    "xrnpe_issue", "Walks the tiles of a job step by step, as their operands are there, and feeds the array.")
{
    /// <inheritdoc/>
    public override IEnumerable<HeaderParameter> Parameters(CoprocConfig config) => [.. Geometry.Array(config), .. Geometry.Buffer(config), Geometry.OutUnits(config), Geometry.Formats(config)];

    /// <inheritdoc/>
    public override void Populate(ScriptObject script, CoprocConfig config) => Geometry.Populate(script, config);
}
