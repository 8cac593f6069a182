using Scriban.Runtime;
using XrNpe.Coproc;

namespace XrNpe.Rtlgen;

/// <summary>Feeds <c>xrnpe_normalize</c>: the part of the rounding that all formats share.</summary>
internal sealed class NormalizeModel() : ModuleModel(
    "xrnpe_normalize", "Finds a magnitude's leading one: exponent, the fraction below it, and whether anything is left below that.")
{
    /// <inheritdoc/>
    public override void Populate(ScriptObject script, CoprocConfig config)
    {
        OutputShape.Populate(script);
        script["steps"] = new ScriptArray { 7, 6, 5, 4, 3, 2, 1, 0 };
    }
}
