using Scriban.Runtime;
using XrNpe.Coproc;

namespace XrNpe.Rtlgen;

/// <summary>Feeds <c>xrnpe_bias</c>, in C# <see cref="Arith.ChannelEntry.Sum"/> and the addition of it.</summary>
internal sealed class BiasModel() : ModuleModel(
    "xrnpe_bias", "Adds the bias of its channel to an exact sum, at any place in the quire.")
{
    /// <inheritdoc/>
    public override void Populate(ScriptObject script, CoprocConfig config) => script["latency"] = PipelineShape.BiasLatency;
}
