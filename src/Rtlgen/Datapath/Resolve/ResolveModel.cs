using Scriban.Runtime;
using XrNpe.Coproc;

namespace XrNpe.Rtlgen;

/// <summary>Feeds <c>xrnpe_resolve</c>, which only a quire that saves its carries needs.</summary>
internal sealed class ResolveModel() : ModuleModel("xrnpe_resolve", "Lets the carries that wait between a quire's segments run.")
{
    /// <inheritdoc/>
    public override bool IsNeeded(CoprocConfig config) => config.Quire == QuireKind.CarrySave;

    /// <inheritdoc/>
    public override void Populate(ScriptObject script, CoprocConfig config) => QuireShape.Populate(script, config);
}
