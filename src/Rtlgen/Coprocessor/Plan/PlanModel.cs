using Scriban.Runtime;
using XrNpe.Coproc;

namespace XrNpe.Rtlgen;

/// <summary>Feeds <c>xrnpe_plan</c>.</summary>
internal sealed class PlanModel() : ModuleModel(
    "xrnpe_plan", "Decides how a job walks: which operand streams, which stays, and how much of it.")
{
    /// <inheritdoc/>
    public override IEnumerable<HeaderParameter> Parameters(CoprocConfig config) => [.. Geometry.Buffer(config)];

    /// <inheritdoc/>
    public override void Populate(ScriptObject script, CoprocConfig config)
    {
        Geometry.Populate(script, config);
        int entries = CoprocShape.BufferEntries(config);
        script["panels"] = new ScriptArray(Enumerable.Range(1, CoprocShape.TablePlaces).Reverse()
            .Select(count => new ScriptObject { ["count"] = count, ["most"] = entries / count }));
    }
}
