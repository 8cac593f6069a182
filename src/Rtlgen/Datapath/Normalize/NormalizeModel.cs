using Scriban.Runtime;
using XrNpe.Coproc;

namespace XrNpe.Rtlgen;

/// <summary>Feeds <c>xrnpe_normalize</c>, common to all output formats.</summary>
internal sealed class NormalizeModel() : ModuleModel(
    "xrnpe_normalize", "Finds the highest bit of a sum that differs from its sign: exponent, the bits below it, and whether anything is left below those.")
{
    /// <inheritdoc/>
    public override IEnumerable<HeaderParameter> Parameters(CoprocConfig config) => [Geometry.Pipeline(config)];

    /// <inheritdoc/>
    public override void Populate(ScriptObject script, CoprocConfig config) => script["coarse_register"] = config.PipelineShape.Coarse;
}
