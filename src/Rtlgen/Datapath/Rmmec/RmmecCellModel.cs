namespace XrNpe.Rtlgen;

/// <summary>Feeds <c>xrnpe_rmmec_cell</c>.</summary>
internal sealed class RmmecCellModel() : ModuleModel("xrnpe_rmmec_cell", "One cell of the mantissa multiplier: a 2-bit by 2-bit product.");
