using Scriban.Runtime;
using XrNpe.Coproc;

namespace XrNpe.Rtlgen;

/// <summary>Feeds <c>xrnpe_UNIT.core</c>, the FuseSoC description of a unit.</summary>
internal sealed class FuseSocModel(Unit unit) : TemplateModel(Generator.Top(unit) + ".core", $"FuseSoC core of {Generator.Top(unit)}.")
{
    /// <inheritdoc/>
    public override string TemplateName => "fusesoc.core.sbn";

    /// <inheritdoc/>
    public override string Comment => "#";

    /// <inheritdoc/>
    public override void Populate(ScriptObject script, CoprocConfig config)
    {
        script["top"] = Generator.Top(unit);
        script["description"] = Modules.Of(unit, config).Single(model => model.Name == Generator.Top(unit)).Purpose;
        script["version"] = typeof(Generator).Assembly.GetName().Version!.ToString(3);
        script["files"] = VerilogFiles.Of(unit, config);
        string[] bench = [.. UnitFolder.Benches(config, unit).Select(file => file.Path)];
        script["bench"] = unit switch { Unit.Coproc => CoprocBench.Top, Unit.Mac => MacBench.Top, _ => "" };
        script["bench_files"] = new ScriptArray(bench.Where(path => path.EndsWith(".v", StringComparison.Ordinal)));
        script["bench_data"] = new ScriptArray(bench.Where(path => path.EndsWith(".hex", StringComparison.Ordinal)).Select(path => new ScriptObject
        {
            ["path"] = path,
            ["name"] = Path.GetFileName(path),
        }));
        script["waivers"] = new ScriptArray(InterfaceFiles.Waivers(unit, config).Select(model => model.FileName));
    }
}
