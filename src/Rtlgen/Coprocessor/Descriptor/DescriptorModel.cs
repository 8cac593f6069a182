using Scriban.Runtime;
using XrNpe.Coproc;

namespace XrNpe.Rtlgen;

/// <summary>The descriptor's holder and its checks, rendered from <see cref="DescriptorLayout"/>.</summary>
internal sealed class DescriptorModel() : ModuleModel(
    "xrnpe_descriptor", "Holds a descriptor, checks it, and hands its fields to the sequencer.")
{
    /// <inheritdoc/>
    public override IEnumerable<HeaderParameter> Parameters(CoprocConfig config) => [Geometry.Formats(config)];

    /// <inheritdoc/>
    public override void Populate(ScriptObject script, CoprocConfig config)
    {
        Geometry.Populate(script, config);
        script["descriptor_bits"] = 8 * DescriptorLayout.Bytes;
        script["opcode_matmul"] = (int)DescriptorLayout.OpcodeMatmul;
        script["max_k"] = Arith.Quire128.MaxTerms;
        script["fields"] = new ScriptArray(DescriptorLayout.Fields
            .Where(field => !field.Name.StartsWith("window_", StringComparison.Ordinal))
            .Select(field => Range(field.Name, field.Offset, field.Bytes)));
        script["windows"] = new ScriptArray(DescriptorLayout.Fields
            .Where(field => field.Name.StartsWith("window_", StringComparison.Ordinal))
            .Select(field => Range(field.Name, field.Offset, field.Bytes)));
        script["reserved"] = new ScriptArray(DescriptorLayout.Reserved.Select(r => Range("reserved", r.Offset, r.Bytes)));
        script["errors"] = ErrorScript.Create();
    }

    private static ScriptObject Range(string name, int offset, int bytes) => new()
    {
        ["name"] = name,
        ["lsb"] = 8 * offset,
        ["msb"] = (8 * (offset + bytes)) - 1,
        ["bits"] = 8 * bytes,
    };
}
