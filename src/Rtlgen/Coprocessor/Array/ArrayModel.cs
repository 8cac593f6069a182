using Scriban.Runtime;
using XrNpe.Coproc;

namespace XrNpe.Rtlgen;

/// <summary>The PE array.</summary>
internal sealed class ArrayModel() : ModuleModel(
    "xrnpe_array", "rows × cols PEs with decoders at the edges; a finished tile leaves upwards, one row of quires at a time.")
{
    /// <inheritdoc/>
    public override IEnumerable<HeaderParameter> Parameters(CoprocConfig config) => [.. Geometry.Array(config), Geometry.Pipeline(config), Geometry.Quire(config)];

    /// <inheritdoc/>
    public override void Populate(ScriptObject script, CoprocConfig config) => Geometry.Populate(script, config);
}
