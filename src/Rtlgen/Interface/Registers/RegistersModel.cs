using Scriban.Runtime;
using XrNpe.Coproc;

namespace XrNpe.Rtlgen;

/// <summary>Feeds <c>xrnpe_regs.h</c> and <c>xrnpe_regs.svh</c>.</summary>
internal sealed class RegistersModel(string fileName, string purpose) : TemplateModel(fileName, purpose)
{
    /// <inheritdoc/>
    public override void Populate(ScriptObject script, CoprocConfig config) => RegisterDocScript.Populate(script, config);
}
