using Scriban.Runtime;
using XrNpe.Coproc;

namespace XrNpe.Rtlgen;

/// <summary>Feeds <c>xrnpe_round_f32</c>.</summary>
internal sealed class RoundF32Model() : ModuleModel(
    "xrnpe_round_f32", "Rounds a normalised value to float32: nearest, ties to even, subnormals kept.")
{
    /// <inheritdoc/>
    public override void Populate(ScriptObject script, CoprocConfig config) => OutputShape.Populate(script);
}
