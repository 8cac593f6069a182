using Scriban.Runtime;
using XrNpe.Arith;
using XrNpe.Coproc;

namespace XrNpe.Rtlgen;

/// <summary>Feeds <c>xrnpe_round_fp4</c>.</summary>
internal sealed class RoundFp4Model() : ModuleModel(
    "xrnpe_round_fp4", "Rounds a normalised value to FP4 (E2M1): nearest, ties to even, saturates at 6.")
{
    /// <inheritdoc/>
    public override bool IsNeeded(CoprocConfig config) => config.HasOutput(NumberFormat.Fp4);

    /// <inheritdoc/>
    public override void Populate(ScriptObject script, CoprocConfig config) => OutputShape.Populate(script);
}
