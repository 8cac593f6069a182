using Scriban.Runtime;
using XrNpe.Coproc;

namespace XrNpe.Rtlgen;

/// <summary>The operands of one array row or column.</summary>
internal sealed class OperandBufferModel() : ModuleModel(
    "xrnpe_operand_buffer", "Holds the packed operand words of one array row or column: written in bus-wide entries, read by the step.")
{
    /// <inheritdoc/>
    public override IEnumerable<HeaderParameter> Parameters(CoprocConfig config) => Geometry.Buffer(config);

    /// <inheritdoc/>
    public override void Populate(ScriptObject script, CoprocConfig config) => Geometry.Populate(script, config);
}
