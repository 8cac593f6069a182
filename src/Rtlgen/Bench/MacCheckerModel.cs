using System.Globalization;
using Scriban.Runtime;
using XrNpe.Arith;
using XrNpe.Coproc;

namespace XrNpe.Rtlgen;

/// <summary>Feeds <c>xrnpe_mac_checker</c>, the assertions on the ports of <c>xrnpe_mac</c>.</summary>
internal sealed class MacCheckerModel() : ModuleModel(
    "xrnpe_mac_checker", "Assertions on the ports of xrnpe_mac, immediate ones in a clocked block; for simulation and proof, not for synthesis.")
{
    /// <inheritdoc/>
    public override void Populate(ScriptObject script, CoprocConfig config)
    {
        MacPorts.Populate(script, config);
        script["masks"] = new ScriptArray(FormatInfo.All.Where(f => config.HasOutput(f.Format)).Select(f => new ScriptObject
        {
            ["code"] = (int)f.Format,
            ["mask"] = "32'h" + f.Mask.ToString("x", CultureInfo.InvariantCulture),
        }));
    }
}
