using Scriban.Runtime;
using XrNpe.Coproc;

namespace XrNpe.Rtlgen;

/// <summary>Feeds <c>xrnpe_loader</c>.</summary>
internal sealed class LoaderModel() : ModuleModel(
    "xrnpe_loader", "Walks the tiles of a job ahead of the array and asks for their operands, block by block.")
{
    /// <inheritdoc/>
    public override IEnumerable<HeaderParameter> Parameters(CoprocConfig config) => [.. Geometry.Array(config).Take(2), .. Geometry.Buffer(config)];

    /// <inheritdoc/>
    public override void Populate(ScriptObject script, CoprocConfig config) => Geometry.Populate(script, config);
}
