using Scriban.Runtime;
using XrNpe.Coproc;

namespace XrNpe.Rtlgen;

/// <summary>Feeds <c>xrnpe_round_pack</c>, in C# <see cref="Arith.RoundPack"/>.</summary>
internal sealed class RoundPackModel() : ModuleModel("xrnpe_round_pack", "The one rounding: exact value to output code; 2 cycles.")
{
    /// <inheritdoc/>
    public override IEnumerable<HeaderParameter> Parameters(CoprocConfig config) => [Geometry.Formats(config)];

    /// <inheritdoc/>
    public override void Populate(ScriptObject script, CoprocConfig config) => OutputShape.Populate(script);
}
