namespace XrNpe.Rtlgen;

/// <summary>Feeds <c>xrnpe_rmmec_cell</c>.</summary>
internal sealed class RmmecCellModel() : ModuleModel(
    "xrnpe_rmmec_cell", "One cell of the mantissa multiplier: the partial products of a 2-bit and a 2-bit digit.");
