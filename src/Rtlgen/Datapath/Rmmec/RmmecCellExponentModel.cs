using XrNpe.Coproc;

namespace XrNpe.Rtlgen;

/// <summary>Feeds <c>xrnpe_rmmec_cell_exponent</c>, the cell that can also compare exponents.</summary>
internal sealed class RmmecCellExponentModel() : ModuleModel(
    "xrnpe_rmmec_cell_exponent", "One cell of the multiplier that compares two exponents, digit by digit, in modes that do not multiply with it.")
{
    /// <inheritdoc/>
    public override bool IsNeeded(CoprocConfig config) => new LaneShape(config).Cells;
}
