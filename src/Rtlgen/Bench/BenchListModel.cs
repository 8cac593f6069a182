using Scriban.Runtime;
using XrNpe.Coproc;

namespace XrNpe.Rtlgen;

/// <summary>Feeds <c>xrnpe_mac_tb.f</c>, the list of the bench's Verilog files together with the unit's.</summary>
internal sealed class BenchListModel(IReadOnlyList<string> files) : TemplateModel(
    MacBench.Top + ".f", "Verilog files of xrnpe_mac_tb and of what it tests, relative to this file: iverilog -c from this folder.")
{
    /// <inheritdoc/>
    public override string TemplateName => "file_list.f.sbn";

    /// <inheritdoc/>
    public override void Populate(ScriptObject script, CoprocConfig config) => script["files"] = new ScriptArray(files);
}
