using Scriban.Runtime;
using XrNpe.Coproc;

namespace XrNpe.Rtlgen;

/// <summary>Feeds <c>xrnpe_drain</c>.</summary>
internal sealed class DrainModel() : ModuleModel(
    "xrnpe_drain", "Takes finished tiles out of the array, row by row, and packs their results into segments of C.")
{
    /// <inheritdoc/>
    public override IEnumerable<HeaderParameter> Parameters(CoprocConfig config) => [.. Geometry.Array(config).Take(2), Geometry.Bus(config).First(), Geometry.OutUnits(config), Geometry.Pipeline(config), Geometry.Quire(config)];

    /// <inheritdoc/>
    public override void Populate(ScriptObject script, CoprocConfig config) => Geometry.Populate(script, config);
}
