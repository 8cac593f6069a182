using Scriban.Runtime;
using XrNpe.Coproc;

namespace XrNpe.Rtlgen;

/// <summary>Feeds <c>xrnpe_UNIT.f</c>, the list of a unit's Verilog files.</summary>
internal sealed class FileListModel(Unit unit) : TemplateModel(
    Generator.Top(unit) + ".f", $"Verilog files of {Generator.Top(unit)}, relative to this file: verilator -F, or -f from this folder.")
{
    /// <inheritdoc/>
    public override string TemplateName => "file_list.f.sbn";

    /// <inheritdoc/>
    public override void Populate(ScriptObject script, CoprocConfig config) => script["files"] = VerilogFiles.Of(unit, config);
}
