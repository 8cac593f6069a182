using Scriban.Runtime;
using XrNpe.Coproc;

namespace XrNpe.Rtlgen;

/// <summary>Turns a row of quires into a packed segment of C.</summary>
internal sealed class DrainModel() : ModuleModel(
    "xrnpe_drain", "Rounds one row of quires, one a cycle, and packs the codes into a segment of a C row.")
{
    /// <inheritdoc/>
    public override IEnumerable<HeaderParameter> Parameters(CoprocConfig config) => [.. Geometry.Array(config), Geometry.Pipeline(config), Geometry.Quire(config)];

    /// <inheritdoc/>
    public override void Populate(ScriptObject script, CoprocConfig config)
    {
        Geometry.Populate(script, config);
        script["output_latency"] = config.PipelineShape.OutputLatency;
    }
}
