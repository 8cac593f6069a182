using Scriban.Runtime;
using XrNpe.Coproc;

namespace XrNpe.Rtlgen;

/// <summary>The descriptor's holder and its checks, rendered from <see cref="DescriptorLayout"/>.</summary>
internal sealed class DescriptorModel() : ModuleModel(
    "xrnpe_descriptor", "Holds a descriptor, checks it, and hands out its fields and what follows from them.")
{
    private const string Window = "window_";
    private const string Padding = "window_pad_";

    /// <inheritdoc/>
    public override IEnumerable<HeaderParameter> Parameters(CoprocConfig config) => [.. Geometry.Buffer(config), Geometry.Formats(config)];

    /// <inheritdoc/>
    public override void Populate(ScriptObject script, CoprocConfig config)
    {
        Geometry.Populate(script, config);
        script["descriptor_bits"] = 8 * DescriptorLayout.Bytes;
        script["opcode_matmul"] = (int)DescriptorLayout.OpcodeMatmul;
        script["max_k"] = Arith.Quire128.MaxTerms;
        script["longest_segment"] = DescriptorPlan.LongestSegment;
        script["row_entries_width"] = RowEntriesWidth(config);
        script["fields"] = Fields(name => !Starts(name, Window));
        script["windows"] = Fields(name => Starts(name, Window));

        // The fields of a window that must not be 0.
        script["sizes"] = Fields(name => Starts(name, Window) && !Starts(name, Padding));
        script["reserved"] = new ScriptArray(DescriptorLayout.Reserved.Select(r => Range("reserved", r.Offset, r.Bytes)));
        script["errors"] = ErrorScript.Create();
    }

    /// <summary>Bits that count the buffer entries of a kernel row.</summary>
    public static int RowEntriesWidth(CoprocConfig config) => Geometry.Bits(CoprocShape.BufferEntries(config));

    private static bool Starts(string name, string prefix) => name.StartsWith(prefix, StringComparison.Ordinal);

    private static ScriptArray Fields(Func<string, bool> which) => new(
        DescriptorLayout.Fields.Where(field => which(field.Name)).Select(field => Range(field.Name, field.Offset, field.Bytes)));

    private static ScriptObject Range(string name, int offset, int bytes) => new()
    {
        ["name"] = name,
        ["lsb"] = 8 * offset,
        ["msb"] = (8 * (offset + bytes)) - 1,
        ["bits"] = 8 * bytes,
    };
}
