using Scriban.Runtime;
using XrNpe.Coproc;

namespace XrNpe.Rtlgen;

/// <summary>Feeds <c>xrnpe_output</c>, in C# <see cref="Arith.OutputStage"/> without activation.</summary>
internal sealed class OutputModel() : ModuleModel("xrnpe_output", "Quire to result: scale, normalise, one rounding.")
{
    /// <inheritdoc/>
    public override IEnumerable<HeaderParameter> Parameters(CoprocConfig config) =>
        [Geometry.Formats(config), Geometry.Pipeline(config)];

    /// <inheritdoc/>
    public override void Populate(ScriptObject script, CoprocConfig config)
    {
        PipelineShape shape = config.PipelineShape;
        script["sum_register"] = shape.Sum;
        script["coarse_register"] = shape.Coarse;
        script["normal_register"] = shape.Normal;
        script["shifted_register"] = shape.Shifted;
        script["result_register"] = shape.Result;
        script["latency"] = shape.OutputLatency;
    }
}
