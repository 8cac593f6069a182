using XrNpe.Coproc;

namespace XrNpe.Rtlgen;

/// <summary>Feeds <c>xrnpe_round</c>, in C# <see cref="Arith.RoundPack"/>.</summary>
internal sealed class RoundModel() : ModuleModel(
    "xrnpe_round", "The one rounding: to nearest, ties to even, of a normalised value to any of the output formats, with one shifter and one adder.")
{
    /// <inheritdoc/>
    public override IEnumerable<HeaderParameter> Parameters(CoprocConfig config) => [Geometry.Formats(config)];
}
