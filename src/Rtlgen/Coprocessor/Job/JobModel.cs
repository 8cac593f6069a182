using Scriban.Runtime;
using XrNpe.Coproc;

namespace XrNpe.Rtlgen;

/// <summary>Feeds <c>xrnpe_job</c>.</summary>
internal sealed class JobModel() : ModuleModel(
    "xrnpe_job", "Holds what the descriptor of the job at work says, so that the next descriptor can come meanwhile.")
{
    /// <inheritdoc/>
    public override IEnumerable<HeaderParameter> Parameters(CoprocConfig config) => Geometry.Buffer(config);

    /// <inheritdoc/>
    public override void Populate(ScriptObject script, CoprocConfig config) => script["job"] = JobSignals.Script(config, withPlan: false);
}
