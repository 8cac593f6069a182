using Scriban.Runtime;
using XrNpe.Arith;
using XrNpe.Coproc;

namespace XrNpe.Rtlgen;

/// <summary>Feeds <c>xrnpe_scale</c>, in C# <see cref="OutputStage"/> up to the rounding.</summary>
internal sealed class ScaleModel() : ModuleModel(
    "xrnpe_scale", "Activation and power-of-two scale of a quire, exactly: sign, magnitude and exponent of its LSB; 2 cycles.")
{
    /// <inheritdoc/>
    public override IEnumerable<HeaderParameter> Parameters(CoprocConfig config) => [Geometry.Formats(config)];

    /// <inheritdoc/>
    public override void Populate(ScriptObject script, CoprocConfig config)
    {
        OutputShape.Populate(script);
        script["relu"] = (int)ActivationKind.Relu;
        script["leaky_relu"] = (int)ActivationKind.LeakyRelu;
    }
}
