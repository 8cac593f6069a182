using Scriban.Runtime;
using XrNpe.Coproc;

namespace XrNpe.Rtlgen;

/// <summary>Feeds <c>xrnpe_out_unit</c>.</summary>
internal sealed class OutUnitModel() : ModuleModel(
    "xrnpe_out_unit", "Finishes one quire a cycle: carries, bias, activation, scale, rounding.")
{
    /// <inheritdoc/>
    public override IEnumerable<HeaderParameter> Parameters(CoprocConfig config) => [Geometry.Formats(config), Geometry.Pipeline(config), Geometry.Quire(config)];

    /// <inheritdoc/>
    public override void Populate(ScriptObject script, CoprocConfig config)
    {
        Geometry.Populate(script, config);
        script["output_latency"] = config.PipelineShape.OutputLatency;
        script["latency"] = CoprocShape.OutUnitLatency(config);
    }
}
