using Scriban.Runtime;
using XrNpe.Coproc;

namespace XrNpe.Rtlgen;

/// <summary>Feeds <c>xrnpe_mac_tb</c>, the self-checking bench.</summary>
internal sealed class MacTestBenchModel(MacSequence sequence) : ModuleModel(
    MacBench.Top, "Self-checking test bench of xrnpe_mac: prints PASS, or the first mismatches and FAIL. How to run it: xrnpe_mac_tb.md.")
{
    /// <inheritdoc/>
    public override IEnumerable<HeaderParameter> Parameters(CoprocConfig config) => [Geometry.Formats(config), Geometry.Slices(config)];

    /// <inheritdoc/>
    public override void Populate(ScriptObject script, CoprocConfig config)
    {
        MacPorts.Populate(script, config);
        script["vectors"] = sequence.Vectors.Count;
        script["results"] = sequence.Answers.Count;
        script["stimulus_file"] = HexFiles.Stimulus;
        script["results_file"] = HexFiles.Results;
        script["stimulus_width"] = 8 + 4 + 4 + 4 + (36 * config.Slices);
        script["has_lane"] = new MacLaneModel().IsNeeded(config);
    }
}
