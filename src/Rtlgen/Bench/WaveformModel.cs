using Scriban.Runtime;
using XrNpe.Coproc;

namespace XrNpe.Rtlgen;

/// <summary>Feeds <c>xrnpe_mac_tb.gtkw</c>: what GTKWave shows of the bench, in which order.</summary>
internal sealed class WaveformModel() : TemplateModel(MacBench.Top + ".gtkw", "GTKWave save file of xrnpe_mac_tb.")
{
    /// <inheritdoc/>
    public override string Comment => "[*]";

    /// <inheritdoc/>
    public override void Populate(ScriptObject script, CoprocConfig config) => MacPorts.Populate(script, config);
}
