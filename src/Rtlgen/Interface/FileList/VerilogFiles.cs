using Scriban.Runtime;
using XrNpe.Coproc;

namespace XrNpe.Rtlgen;

/// <summary>The Verilog files of a unit for templates.</summary>
internal static class VerilogFiles
{
    /// <summary>File names, sorted.</summary>
    public static ScriptArray Of(Unit unit, CoprocConfig config) =>
        new(Modules.Of(unit, config).Select(model => model.FileName).Order(StringComparer.Ordinal));
}
