using Scriban.Runtime;
using XrNpe.Coproc;

namespace XrNpe.Rtlgen;

/// <summary>Feeds <c>xrnpe_regs.md</c>. Its header is text, not a comment: it is meant to be read.</summary>
internal sealed class RegisterDocumentModel() : TemplateModel("xrnpe_regs.md", "Registers, descriptor layout and error codes.")
{
    /// <inheritdoc/>
    public override void Populate(ScriptObject script, CoprocConfig config) => RegisterDocScript.Populate(script, config);
}
