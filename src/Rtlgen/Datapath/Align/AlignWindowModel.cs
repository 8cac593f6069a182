using Scriban.Runtime;
using XrNpe.Coproc;

namespace XrNpe.Rtlgen;

/// <summary>Feeds <c>xrnpe_align_window</c>.</summary>
internal sealed class AlignWindowModel() : ModuleModel("xrnpe_align_window", "Places the product of a lane about 2^0, by the left and right shifts that the multiplier's cells give.")
{
    /// <inheritdoc/>
    public override IEnumerable<HeaderParameter> Parameters(CoprocConfig config) => [Geometry.Formats(config)];

    /// <inheritdoc/>
    public override bool IsNeeded(CoprocConfig config)
    {
        var shape = new LaneShape(config);
        return shape.Cells;
    }

    /// <inheritdoc/>
    public override void Populate(ScriptObject script, CoprocConfig config)
    {
        var shape = new LaneShape(config);
        shape.Populate(script);
        script["narrow"] = (shape.Small || shape.Middle);
    }
}
