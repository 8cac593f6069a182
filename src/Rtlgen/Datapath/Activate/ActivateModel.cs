using Scriban.Runtime;
using XrNpe.Coproc;

namespace XrNpe.Rtlgen;

/// <summary>Feeds <c>xrnpe_activate</c>, in C# the first half of <see cref="Arith.OutputStage"/>.</summary>
internal sealed class ActivateModel() : ModuleModel(
    "xrnpe_activate", "Activation of an exact sum: none, ReLU or leaky ReLU, exactly, in two's complement.")
{
    /// <inheritdoc/>
    public override void Populate(ScriptObject script, CoprocConfig config) => script["latency"] = PipelineShape.ActivateLatency;
}
