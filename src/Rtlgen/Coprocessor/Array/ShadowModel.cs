using Scriban.Runtime;
using XrNpe.Coproc;

namespace XrNpe.Rtlgen;

/// <summary>Feeds <c>xrnpe_shadow</c>.</summary>
internal sealed class ShadowModel() : ModuleModel(
    "xrnpe_shadow", "Holds one finished quire while the next tile computes, and moves it up to the output.")
{
    /// <inheritdoc/>
    public override IEnumerable<HeaderParameter> Parameters(CoprocConfig config) => [Geometry.Quire(config)];

    /// <inheritdoc/>
    public override void Populate(ScriptObject script, CoprocConfig config) => QuireShape.Populate(script, config);
}
