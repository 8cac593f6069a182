using Scriban.Runtime;
using XrNpe.Coproc;

namespace XrNpe.Rtlgen;

/// <summary>Feeds <c>xrnpe_operand_register</c>.</summary>
internal sealed class OperandRegisterModel() : ModuleModel(
    "xrnpe_operand_register", "Register of one decoded operand, with a clock enable for the digits that the 4-bit formats leave idle.")
{
    /// <inheritdoc/>
    public override IEnumerable<HeaderParameter> Parameters(CoprocConfig config) => [Geometry.Formats(config), Geometry.ClockGate(config)];

    /// <inheritdoc/>
    public override void Populate(ScriptObject script, CoprocConfig config)
    {
        new LaneShape(config).Populate(script);
        script["clock_gate"] = config.ClockGate;
    }
}
