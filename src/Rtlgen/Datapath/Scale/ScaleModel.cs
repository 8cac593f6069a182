using Scriban.Runtime;
using XrNpe.Coproc;

namespace XrNpe.Rtlgen;

/// <summary>Feeds <c>xrnpe_scale</c>.</summary>
internal sealed class ScaleModel() : ModuleModel(
    "xrnpe_scale", "Finds the exponent of a sum's LSB, scale included.")
{
    /// <inheritdoc/>
    public override IEnumerable<HeaderParameter> Parameters(CoprocConfig config) =>
        [Geometry.Formats(config), Geometry.Pipeline(config)];

    /// <inheritdoc/>
    public override void Populate(ScriptObject script, CoprocConfig config) => script["sum_register"] = config.PipelineShape.Sum;
}
