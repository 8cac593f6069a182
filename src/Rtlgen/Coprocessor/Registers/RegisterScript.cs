using System.Globalization;
using Scriban.Runtime;
using XrNpe.Coproc;

namespace XrNpe.Rtlgen;

/// <summary>The register map for templates: registers with their fields, ports and the parts of their read value.</summary>
internal static class RegisterScript
{
    /// <summary>The registers in the order of their offsets.</summary>
    public static ScriptArray Create(CoprocConfig config)
    {
        IReadOnlyDictionary<Register, uint> constants = RegisterMap.Constants(config);
        return new ScriptArray(RegisterMap.All.Select(register => Entry(register, constants)));
    }

#pragma warning disable CA1308 // Verilog names are lower case; this is no normalization for comparing.
    /// <summary>A name as Verilog writes it.</summary>
    public static string Lower(string name) => name.ToLowerInvariant();
#pragma warning restore CA1308

    private static ScriptObject Entry(Register register, IReadOnlyDictionary<Register, uint> constants)
    {
        var fields = new ScriptArray(register.Fields.Select(field => Field(register, field)));
        return new ScriptObject
        {
            ["name"] = register.Name,
            ["lower"] = Lower(register.Name),
            ["offset"] = Hex(register.Offset, 2),
            ["word"] = Hex(register.Offset / 4, 2),
            ["writable"] = register.Fields.Any(f => f.Access is FieldAccess.ReadWrite or FieldAccess.Pulse or FieldAccess.WriteOneToClear),
            ["description"] = register.Description,
            ["fields"] = fields,
            ["read"] = constants.TryGetValue(register, out uint value) ? $"32'h{Hex(value, 8)}" : $"{{{string.Join(", ", Parts(register))}}}",
        };
    }

    private static ScriptObject Field(Register register, RegisterField field) => new()
    {
        ["name"] = field.Name,
        ["access"] = field.Access.ToString(),
        ["signal"] = Signal(register, field),
        ["lsb"] = field.Lsb,
        ["msb"] = field.Lsb + field.Width - 1,
        ["width"] = field.Width,
        ["range"] = field.Width == 1 ? "       " : $"[{field.Width - 1}:0]".PadRight(7),
        ["reset"] = string.Create(CultureInfo.InvariantCulture, $"{field.Width}'d{field.Reset}"),
        ["description"] = field.Description,
    };

    /// <summary>The parts of the read value, highest bits first, zeros between the fields included.</summary>
    private static IEnumerable<string> Parts(Register register)
    {
        int top = 32;
        foreach (RegisterField field in register.Fields.Reverse())
        {
            int gap = top - field.Lsb - field.Width;
            if (gap > 0) yield return $"{gap}'d0";
            yield return field.Access switch
            {
                FieldAccess.ReadOnly => Signal(register, field) + "_i",
                FieldAccess.Pulse => $"{field.Width}'d0",
                _ => Signal(register, field) + "_q",
            };
            top = field.Lsb;
        }

        if (top > 0) yield return $"{top}'d0";
    }

    private static string Signal(Register register, RegisterField field) => Lower($"{register.Name}_{field.Name}");

    private static string Hex(uint value, int digits) => value.ToString("x" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
