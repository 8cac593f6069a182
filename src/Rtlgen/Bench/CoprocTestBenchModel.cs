using System.Globalization;
using Scriban.Runtime;
using XrNpe.Coproc;

namespace XrNpe.Rtlgen;

/// <summary>Feeds <c>xrnpe_coproc_tb</c>, the smoke test of the registers.</summary>
internal sealed class CoprocTestBenchModel() : ModuleModel(
    CoprocBench.Top, "Smoke test of xrnpe_coproc: reads every register after reset, writes what can be written and reads it back. Prints PASS or FAIL.")
{
    private const uint Pattern = 0xa5c3_9618;

    /// <inheritdoc/>
    public override void Populate(ScriptObject script, CoprocConfig config)
    {
        IReadOnlyDictionary<Register, uint> constants = RegisterMap.Constants(config);
        script["top"] = Generator.Top(Unit.Coproc);
        script["address_bits"] = RegisterMap.AddressBits;
        script["ports"] = new ScriptArray(TopPorts.Of(config).Select(Port));
        script["registers"] = new ScriptArray(RegisterMap.All.Select(register => Entry(register, constants)));
        script["hole"] = Hex(Hole(), 2);
    }

    /// <summary>An offset with no register.</summary>
    private static uint Hole() =>
        Enumerable.Range(0, 1 << (RegisterMap.AddressBits - 2)).Select(word => (uint)word * 4).First(offset => RegisterMap.All.All(r => r.Offset != offset));

    private static ScriptObject Port(TopPort port) => new()
    {
        ["name"] = port.Name,
        ["is_output"] = port.IsOutput,
        ["range"] = port.Width == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $"[{port.Width - 1}:0] "),
        ["zero"] = string.Create(CultureInfo.InvariantCulture, $"{port.Width}'d0"),
    };

    private static ScriptObject Entry(Register register, IReadOnlyDictionary<Register, uint> constants)
    {
        uint written = register.Fields.Where(field => field.Access == FieldAccess.ReadWrite).Aggregate(0u, (mask, field) => mask | field.Mask);
        uint reset = constants.TryGetValue(register, out uint constant) ? constant : register.Fields.Aggregate(0u, (value, field) => value | field.Put(field.Reset));
        return new ScriptObject
        {
            ["name"] = register.Name,
            ["offset"] = Hex(register.Offset, 2),
            ["reset"] = Hex(reset, 8),
            ["is_written"] = written != 0,
            ["written"] = Hex(Pattern & written, 8),
        };
    }

    private static string Hex(uint value, int digits) => value.ToString("x" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
