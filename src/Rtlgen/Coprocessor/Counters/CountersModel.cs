using Scriban.Runtime;
using XrNpe.Coproc;

namespace XrNpe.Rtlgen;

/// <summary>The performance counters, rendered from <see cref="RegisterMap.Counters"/>.</summary>
internal sealed class CountersModel() : ModuleModel(
    "xrnpe_counters", "The 64-bit performance counters.")
{
    /// <inheritdoc/>
    public override IEnumerable<HeaderParameter> Parameters(CoprocConfig config) => Geometry.Bus(config);

    /// <inheritdoc/>
    public override void Populate(ScriptObject script, CoprocConfig config)
    {
        Geometry.Populate(script, config);
        script["counters"] = Script();
    }

    /// <summary>The counters for templates: their names as Verilog writes them, and what they count.</summary>
    public static ScriptArray Script() => new(RegisterMap.Counters.Select(counter => new ScriptObject
    {
        ["name"] = RegisterScript.Lower(counter.Name),
        ["description"] = counter.Description,
    }));
}
