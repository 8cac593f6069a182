using Scriban.Runtime;
using XrNpe.Coproc;

namespace XrNpe.Rtlgen;

/// <summary>Feeds <c>xrnpe_channel_table</c>.</summary>
internal sealed class ChannelTableModel() : ModuleModel(
    "xrnpe_channel_table", "Holds the channels, bias and scale, of the columns at work.")
{
    /// <inheritdoc/>
    public override IEnumerable<HeaderParameter> Parameters(CoprocConfig config) => [.. Geometry.Array(config).Skip(1).Take(1), Geometry.Bus(config).First()];

    /// <inheritdoc/>
    public override void Populate(ScriptObject script, CoprocConfig config) => Geometry.Populate(script, config);
}
