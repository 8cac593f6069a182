using XrNpe.Coproc;

namespace XrNpe.Rtlgen;

/// <summary>Feeds <c>xrnpe_mac</c>, the stand-alone vector MAC.</summary>
internal sealed class MacModel() : ModuleModel(
    "xrnpe_mac", "Stand-alone SIMD multiply-accumulate: words in, one rounded dot product out; 8 cycles from its last words.")
{
    /// <inheritdoc/>
    public override IEnumerable<HeaderParameter> Parameters(CoprocConfig config) =>
        [Geometry.Formats(config), Geometry.Slices(config)];
}
