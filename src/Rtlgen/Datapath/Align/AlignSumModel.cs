using Scriban.Runtime;
using XrNpe.Coproc;

namespace XrNpe.Rtlgen;

/// <summary>Feeds <c>xrnpe_align_sum</c>.</summary>
internal sealed class AlignSumModel() : ModuleModel("xrnpe_align_sum", "Adds the lanes of the narrow formats, exactly.")
{
    /// <inheritdoc/>
    public override IEnumerable<HeaderParameter> Parameters(CoprocConfig config) => [Geometry.Formats(config), Geometry.Pipeline(config)];

    /// <inheritdoc/>
    public override bool IsNeeded(CoprocConfig config)
    {
        var shape = new LaneShape(config);
        return shape.Small || shape.Middle;
    }

    /// <inheritdoc/>
    public override void Populate(ScriptObject script, CoprocConfig config)
    {
        var shape = new LaneShape(config);
        shape.Populate(script);
        script["fine_register"] = config.PipelineShape.Fine;
        script["narrow"] = (shape.Small || shape.Middle);
    }
}
