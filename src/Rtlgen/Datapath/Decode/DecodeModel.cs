using Scriban.Runtime;
using XrNpe.Coproc;

namespace XrNpe.Rtlgen;

/// <summary>Feeds <c>xrnpe_decode</c>, in C# <see cref="Arith.Decode"/>.</summary>
internal sealed class DecodeModel() : ModuleModel(
    "xrnpe_decode", "Takes a 16-bit SIMD word apart: sign, exponent and significand of each lane, NaR of the word.")
{
    /// <inheritdoc/>
    public override IEnumerable<HeaderParameter> Parameters(CoprocConfig config) => [Geometry.Formats(config), Geometry.Exponents(config)];

    /// <inheritdoc/>
    public override void Populate(ScriptObject script, CoprocConfig config) => new LaneShape(config).Populate(script);
}
