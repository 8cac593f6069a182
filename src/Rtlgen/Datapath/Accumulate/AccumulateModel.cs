using Scriban.Runtime;
using XrNpe.Coproc;

namespace XrNpe.Rtlgen;

/// <summary>Feeds <c>xrnpe_accumulate</c>, in C# <see cref="Arith.Quire128"/>.</summary>
internal sealed class AccumulateModel() : ModuleModel(
    "xrnpe_accumulate", "The quire: an exact accumulator of 128 bits, two's complement. K <= 32767 terms cannot overflow it.")
{
    /// <inheritdoc/>
    public override IEnumerable<HeaderParameter> Parameters(CoprocConfig config) => [Geometry.Quire(config), Geometry.Slices(config)];

    /// <inheritdoc/>
    public override void Populate(ScriptObject script, CoprocConfig config) => QuireShape.Populate(script, config);
}
