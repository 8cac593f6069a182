using System.Globalization;
using Scriban.Runtime;
using XrNpe.Coproc;

namespace XrNpe.Rtlgen;

/// <summary>The state machine that walks the chain, its jobs and their tiles.</summary>
internal sealed class SequencerModel() : ModuleModel(
    "xrnpe_sequencer", "Walks the chain of descriptors and the tiles of each job, and says how it ended.")
{
    private static readonly string[] States =
    [
        "IDLE", "QUIESCE", "FETCH", "FETCH_WAIT", "CHECK", "SETUP", "ROW_TILE", "COL_TILE", "CHUNK_A", "CHUNK_B", "LOAD", "LOAD_WAIT",
        "COMPUTE", "FLUSH", "DRAIN", "DRAIN_WAIT", "WRITE", "NEXT_COL", "NEXT_ROW", "FINISH", "SETTLE", "DONE",
    ];

    /// <inheritdoc/>
    public override IEnumerable<HeaderParameter> Parameters(CoprocConfig config) => [.. Geometry.Array(config), .. Geometry.Buffer(config), Geometry.Pipeline(config)];

    /// <inheritdoc/>
    public override void Populate(ScriptObject script, CoprocConfig config)
    {
        Geometry.Populate(script, config);
        script["errors"] = ErrorScript.Create();
        script["descriptor_bytes"] = DescriptorLayout.Bytes;
        
        // The operand register at the array's edge, then the PE. The buffer's read is the cycle after issue.
        script["array_stages"] = 1 + config.PipelineShape.ElementLatency;
        script["state_width"] = Geometry.Bits(States.Length - 1);
        script["states"] = new ScriptArray(States.Select((name, index) => new ScriptObject
        {
            ["name"] = name.PadRight(10),
            ["code"] = index.ToString(CultureInfo.InvariantCulture),
        }));
    }
}
