using Scriban.Runtime;
using XrNpe.Coproc;

namespace XrNpe.Rtlgen;

/// <summary>Feeds <c>xrnpe_align_coarse</c>.</summary>
internal sealed class AlignCoarseModel() : ModuleModel("xrnpe_align_coarse", "Places what is shifted finely in the quire's bits.")
{
    /// <inheritdoc/>
    public override IEnumerable<HeaderParameter> Parameters(CoprocConfig config) => [Geometry.Formats(config), Geometry.Pipeline(config)];

    /// <inheritdoc/>
    public override bool IsNeeded(CoprocConfig config)
    {
        var shape = new LaneShape(config);
        return shape.Wide;
    }

    /// <inheritdoc/>
    public override void Populate(ScriptObject script, CoprocConfig config)
    {
        var shape = new LaneShape(config);
        shape.Populate(script);
        script["split"] = shape.SplitLanes;
        script["narrow"] = (shape.Small || shape.Middle);
    }
}
