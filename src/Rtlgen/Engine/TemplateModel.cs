using Scriban.Runtime;
using XrNpe.Coproc;

namespace XrNpe.Rtlgen;

/// <summary>
/// Feeds one template. The template stands in the same folder as the model class and reads only what the model and
/// <see cref="CommonScript"/> put there.
/// </summary>
/// <param name="fileName">Name of the generated file.</param>
/// <param name="purpose">One sentence for the header comment.</param>
public abstract class TemplateModel(string fileName, string purpose)
{
    /// <summary>Name of the generated file.</summary>
    public string FileName { get; } = fileName;

    /// <summary>One sentence for the header comment.</summary>
    public string Purpose { get; } = purpose;

    /// <summary>The template's file name; differs from the generated file's where one template serves several.</summary>
    public virtual string TemplateName => FileName + ".sbn";

    /// <summary>What starts a comment line in this file.</summary>
    public virtual string Comment => "//";

    /// <summary>False when <paramref name="config"/> has no use for this file.</summary>
    public virtual bool IsNeeded(CoprocConfig config) => true;

    /// <summary>The configuration values that shape this file, for its header comment.</summary>
    public virtual IEnumerable<HeaderParameter> Parameters(CoprocConfig config) => [];

    /// <summary>Adds what the template needs beyond <see cref="CommonScript"/>.</summary>
    public virtual void Populate(ScriptObject script, CoprocConfig config)
    {
    }
}
