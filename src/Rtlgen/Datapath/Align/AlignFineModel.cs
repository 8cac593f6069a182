using Scriban.Runtime;
using XrNpe.Coproc;

namespace XrNpe.Rtlgen;

/// <summary>Feeds <c>xrnpe_align_fine</c>.</summary>
internal sealed class AlignFineModel() : ModuleModel("xrnpe_align_fine", "Shifts p16's product by its distance below 32, and the outer lanes of the narrow formats by all of theirs.")
{
    /// <inheritdoc/>
    public override IEnumerable<HeaderParameter> Parameters(CoprocConfig config) => [Geometry.Formats(config)];

    /// <inheritdoc/>
    public override bool IsNeeded(CoprocConfig config)
    {
        var shape = new LaneShape(config);
        return shape.Wide || ((shape.Small || shape.Middle) && !shape.Cells);
    }

    /// <inheritdoc/>
    public override void Populate(ScriptObject script, CoprocConfig config)
    {
        var shape = new LaneShape(config);
        shape.Populate(script);
        script["narrow"] = (shape.Small || shape.Middle) && !shape.Cells;
    }
}
