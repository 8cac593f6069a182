namespace XrNpe.Rtlgen;

/// <summary>Feeds <c>xrnpe_compress</c>, the 3:2 compressor of the carry-save trees.</summary>
internal sealed class CompressModel() : ModuleModel("xrnpe_compress", "Makes two numbers of three, with the same sum and no carry that runs.");
