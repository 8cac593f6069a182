using Scriban.Runtime;
using XrNpe.Coproc;

namespace XrNpe.Rtlgen;

/// <summary>Feeds <c>xrnpe_mac</c>, the stand-alone vector MAC.</summary>
internal sealed class MacModel() : ModuleModel(
    "xrnpe_mac", "Stand-alone SIMD multiply-accumulate: words in, rounded dot products out.")
{
    /// <inheritdoc/>
    public override IEnumerable<HeaderParameter> Parameters(CoprocConfig config) =>
        [Geometry.Formats(config), Geometry.Slices(config), Geometry.Pipeline(config), Geometry.Quire(config), Geometry.Exponents(config)];

    /// <inheritdoc/>
    public override void Populate(ScriptObject script, CoprocConfig config)
    {
        QuireShape.Populate(script, config);
        PipelineShape shape = config.PipelineShape;
        script["operand_register"] = shape.Operand;
        script["stages"] = shape.ElementLatency + (shape.Operand ? 1 : 0);
        script["output_latency"] = shape.OutputLatency;
        script["latency"] = shape.MacLatency;
    }
}
