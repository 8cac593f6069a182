using Scriban.Runtime;
using XrNpe.Coproc;

namespace XrNpe.Rtlgen;

/// <summary>Feeds <c>xrnpe_package.tcl</c>, which makes a Vivado IP of the co-processor.</summary>
internal sealed class PackageModel() : TemplateModel("xrnpe_package.tcl", "Packages the co-processor as a Vivado IP: vivado -mode batch -source xrnpe_package.tcl")
{
    /// <inheritdoc/>
    public override string Comment => "#";

    /// <inheritdoc/>
    public override void Populate(ScriptObject script, CoprocConfig config)
    {
        script["top"] = Generator.Top(Unit.Coproc);
        script["version"] = typeof(Generator).Assembly.GetName().Version!.ToString(2);
        script["files"] = VerilogFiles.Of(Unit.Coproc, config);
        script["map_bytes"] = 1 << RegisterMap.AddressBits;
        IReadOnlyList<TopPort> ports = TopPorts.Of(config);
        foreach (string bus in TopPorts.Buses) script[bus] = new ScriptArray(ports.Where(port => port.Bus == bus).Select(Map));
    }

    private static ScriptObject Map(TopPort port) => new() { ["name"] = port.Name, ["axi"] = port.AxiName };
}
