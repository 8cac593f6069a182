using Scriban.Runtime;
using XrNpe.Coproc;

namespace XrNpe.Rtlgen;

/// <summary>Feeds <c>xrnpe_mac_tb.md</c>, how to run the bench and look at its waveform.</summary>
internal sealed class BenchReadmeModel() : TemplateModel(MacBench.Top + ".md", "How to run the test bench of xrnpe_mac.")
{
    /// <inheritdoc/>
    public override void Populate(ScriptObject script, CoprocConfig config)
    {
        MacPorts.Populate(script, config);
        script["has_lane"] = new MacLaneModel().IsNeeded(config);
    }
}
