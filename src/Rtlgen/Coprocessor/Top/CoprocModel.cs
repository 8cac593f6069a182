using Scriban.Runtime;
using XrNpe.Coproc;

namespace XrNpe.Rtlgen;

/// <summary>The co-processor's top module.</summary>
internal sealed class CoprocModel() : ModuleModel(
    "xrnpe_coproc", "The matrix-multiplication co-processor: AXI4-Lite registers, AXI4 master, operand buffers, PE array, output.")
{
    /// <inheritdoc/>
    public override IEnumerable<HeaderParameter> Parameters(CoprocConfig config) => [.. Geometry.Array(config), .. Geometry.Buffer(config), .. Geometry.Bus(config).Skip(1), Geometry.OutstandingReads(config), Geometry.OutUnits(config), Geometry.Formats(config)];

    /// <inheritdoc/>
    public override void Populate(ScriptObject script, CoprocConfig config)
    {
        Geometry.Populate(script, config);
        script["address_bits"] = RegisterMap.AddressBits;
        script["registers"] = RegisterScript.Create(config);
        script["counters"] = CountersModel.Script();
        script["descriptor_bytes"] = DescriptorLayout.Bytes;
        script["nar_to_fp4"] = (int)ErrorCode.NarToFp4;
        script["row_entries_width"] = DescriptorModel.RowEntriesWidth(config);
        script["job"] = JobSignals.Script(config, withPlan: true);
    }
}
