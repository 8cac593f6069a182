using XrNpe.Arith;
using XrNpe.Coproc;

namespace XrNpe.Rtlgen;

/// <summary>Feeds <c>xrnpe_decode_fp4</c>.</summary>
internal sealed class DecodeFp4Model() : ModuleModel("xrnpe_decode_fp4", "Takes one FP4 (E2M1) code apart.")
{
    /// <inheritdoc/>
    public override bool IsNeeded(CoprocConfig config) => config.HasInput(NumberFormat.Fp4);
}
