using Scriban.Runtime;
using XrNpe.Coproc;

namespace XrNpe.Rtlgen;

/// <summary>The AXI4-Lite slave, rendered from <see cref="RegisterMap"/>.</summary>
internal sealed class AxilRegsModel() : ModuleModel(
    "xrnpe_axil_regs", "AXI4-Lite slave with every register of the register map.")
{
    /// <inheritdoc/>
    public override IEnumerable<HeaderParameter> Parameters(CoprocConfig config) => [.. Geometry.Array(config), .. Geometry.Buffer(config), Geometry.Formats(config)];

    /// <inheritdoc/>
    public override void Populate(ScriptObject script, CoprocConfig config)
    {
        Geometry.Populate(script, config);
        script["address_bits"] = RegisterMap.AddressBits;
        script["registers"] = RegisterScript.Create(config);
    }
}
