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
    }
}
