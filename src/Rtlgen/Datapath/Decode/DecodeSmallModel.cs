using Scriban.Runtime;
using XrNpe.Arith;
using XrNpe.Coproc;

namespace XrNpe.Rtlgen;

/// <summary>Feeds <c>xrnpe_decode_small</c>: one 4-bit code.</summary>
internal sealed class DecodeSmallModel() : ModuleModel("xrnpe_decode_small", "Takes one 4-bit code apart, without its sign.")
{
    /// <inheritdoc/>
    public override IEnumerable<HeaderParameter> Parameters(CoprocConfig config) => [Geometry.Formats(config), Geometry.Exponents(config)];

    /// <inheritdoc/>
    public override bool IsNeeded(CoprocConfig config) => config.HasInput(NumberFormat.Fp4) || config.HasInput(NumberFormat.P4);

    /// <inheritdoc/>
    public override void Populate(ScriptObject script, CoprocConfig config) => new LaneShape(config).Populate(script);
}
