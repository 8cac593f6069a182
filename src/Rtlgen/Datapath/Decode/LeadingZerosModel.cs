using XrNpe.Arith;
using XrNpe.Coproc;

namespace XrNpe.Rtlgen;

/// <summary>Feeds <c>xrnpe_leading_zeros</c>, which measures regimes.</summary>
internal sealed class LeadingZerosModel() : ModuleModel("xrnpe_leading_zeros", "Counts the zeros above the highest one of a byte.")
{
    /// <inheritdoc/>
    public override bool IsNeeded(CoprocConfig config) => config.HasInput(NumberFormat.P8) || config.HasInput(NumberFormat.P16);
}
