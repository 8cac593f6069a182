using System.Globalization;
using Scriban.Runtime;
using XrNpe.Arith;
using XrNpe.Coproc;

namespace XrNpe.Rtlgen;

/// <summary>
/// The register map, the descriptor layout and the error codes as software reads them: numbers in hexadecimal without prefix, names in upper
/// case, and what a field reads after reset in this configuration.
/// </summary>
internal static class RegisterDocScript
{
    private const string ConfigurationPrefix = "CONFIG_";

    /// <summary>Adds <c>registers</c>, what begins with <c>descriptor_</c>, <c>errors</c>, <c>format_codes</c> and a few constants.</summary>
    public static void Populate(ScriptObject script, CoprocConfig config)
    {
        IReadOnlyDictionary<Register, uint> constants = RegisterMap.Constants(config);
        script["registers"] = new ScriptArray(RegisterMap.All.Select(register => Entry(register, constants)));
        script["address_bits"] = RegisterMap.AddressBits;
        script["descriptor_bytes"] = DescriptorLayout.Bytes;
        script["descriptor_drawing"] = Drawings.Descriptor;
        script["descriptor_fields"] = new ScriptArray(DescriptorLayout.Fields.Select(Descriptor));
        script["descriptor_reserved"] = new ScriptArray(DescriptorLayout.Reserved.Select(range => new ScriptObject
        {
            ["first"] = range.Offset,
            ["last"] = range.Offset + range.Bytes - 1,
        }));
        script["channel_bytes"] = ChannelTableLayout.EntryBytes;
        script["channel_fields"] = new ScriptArray(ChannelTableLayout.Fields.Select(Descriptor));
        script["config_fields"] = new ScriptArray(RegisterMap.All.Where(IsConfiguration).SelectMany(register => register.Fields.Select(field => new ScriptObject
        {
            ["name"] = RegisterScript.Lower($"{register.Name[ConfigurationPrefix.Length..]}_{field.Name}"),
            ["register"] = register.Name,
            ["field"] = field.Name.ToUpperInvariant(),
        })));
        script["counters"] = new ScriptArray(RegisterMap.Counters.Select(counter => new ScriptObject
        {
            ["name"] = RegisterScript.Lower(counter.Name),
            ["register"] = RegisterMap.Counter(counter.Name).Name,
        }));
        script["abi_major"] = RegisterMap.AbiMajor;
        script["id_value"] = Hex(RegisterMap.IdValue, 8);
        script["opcode_matmul"] = (int)DescriptorLayout.OpcodeMatmul;
        script["max_k"] = Quire128.MaxTerms;
        script["errors"] = new ScriptArray(ErrorCodes.All.Select(code => new ScriptObject
        {
            ["name"] = ErrorCodes.HardwareName(code),
            ["code"] = (int)code,
            ["sentence"] = ErrorCodes.Sentence(code),
        }));
        script["format_codes"] = new ScriptArray(FormatInfo.All.Select(info => new ScriptObject
        {
            ["name"] = info.Name,
            ["upper"] = info.Name.ToUpperInvariant(),
            ["code"] = (int)info.Format,
            ["bits"] = info.Bits,
        }));
    }

    private static bool IsConfiguration(Register register) => register.Name.StartsWith(ConfigurationPrefix, StringComparison.Ordinal);

    private static ScriptObject Entry(Register register, IReadOnlyDictionary<Register, uint> constants)
    {
        uint reset = constants.TryGetValue(register, out uint constant)
            ? constant
            : register.Fields.Aggregate(0u, (value, field) => value | field.Put(field.Reset));
        return new ScriptObject
        {
            ["name"] = register.Name,
            ["drawing"] = Drawings.Of(register),
            ["offset"] = Hex(register.Offset, 2),
            ["description"] = register.Description,
            ["reset"] = Hex(reset, 8),
            ["read_only"] = register.Fields.All(field => field.Access is FieldAccess.Constant or FieldAccess.ReadOnly),
            ["fields"] = new ScriptArray(register.Fields.Select(field => Field(field, reset))),
        };
    }

    private static ScriptObject Field(RegisterField field, uint reset) => new()
    {
        ["name"] = field.Name,
        ["upper"] = field.Name.ToUpperInvariant(),
        ["lsb"] = field.Lsb,
        ["width"] = field.Width,
        ["bits"] = field.Width == 1 ? Text(field.Lsb) : $"{field.Lsb + field.Width - 1}:{field.Lsb}",
        ["mask"] = Hex(field.Mask, 8),
        ["reset"] = Hex(field.Get(reset), (field.Width + 3) / 4),
        ["kind"] = field.Access.ToString(),
        ["access"] = field.Access switch
        {
            FieldAccess.Constant => "constant",
            FieldAccess.ReadOnly => "read only",
            FieldAccess.ReadWrite => "read, write",
            FieldAccess.Pulse => "write 1 to trigger, reads 0",
            FieldAccess.WriteOneToClear => "read, write 1 to clear",
            _ => throw new ArgumentOutOfRangeException(nameof(field), field.Access, "not an access kind"),
        },
        ["description"] = field.Description,
    };

    private static ScriptObject Descriptor(DescriptorField field) => new()
    {
        ["name"] = field.Name,
        ["upper"] = field.Name.ToUpperInvariant(),
        ["offset"] = field.Offset,
        ["bytes"] = field.Bytes,
        ["type"] = $"{(field.Signed ? "int" : "uint")}{8 * field.Bytes}",
        ["description"] = field.Description,
    };

    private static string Hex(uint value, int digits) => value.ToString("x" + Text(digits), CultureInfo.InvariantCulture);

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
