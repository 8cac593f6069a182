using Scriban.Runtime;
using XrNpe.Coproc;

namespace XrNpe.Rtlgen;

/// <summary>Feeds <c>xrnpe_output</c>, in C# <see cref="Arith.OutputStage"/>.</summary>
internal sealed class OutputModel() : ModuleModel("xrnpe_output", "Quire to result: activation, scale, one rounding; a pipeline of 4 cycles.")
{
    /// <inheritdoc/>
    public override IEnumerable<HeaderParameter> Parameters(CoprocConfig config) => [Geometry.Formats(config)];

    /// <inheritdoc/>
    public override void Populate(ScriptObject script, CoprocConfig config) => OutputShape.Populate(script);
}
