using Scriban.Runtime;
using XrNpe.Coproc;

namespace XrNpe.Rtlgen;

/// <summary>
/// Feeds one template. The template stands in the same folder as the model class and reads only what the model and
/// <see cref="CommonScript"/> put there.
/// </summary>
/// <param name="name">Name of the module, and of its file without extension.</param>
/// <param name="purpose">One sentence for the header comment.</param>
public abstract class ModuleModel(string name, string purpose)
{
    /// <summary>Name of the module.</summary>
    public string Name { get; } = name;

    /// <summary>One sentence for the header comment.</summary>
    public string Purpose { get; } = purpose;

    /// <summary>The template's file name; differs from the module's where one template serves several formats.</summary>
    public virtual string TemplateName => Name + ".v.sbn";

    /// <summary>False when <paramref name="config"/> has no use for this module.</summary>
    public virtual bool IsNeeded(CoprocConfig config) => true;

    /// <summary>The configuration values that shape this module, for its header comment.</summary>
    public virtual IEnumerable<HeaderParameter> Parameters(CoprocConfig config) => [];

    /// <summary>Adds what the template needs beyond <see cref="CommonScript"/>.</summary>
    public virtual void Populate(ScriptObject script, CoprocConfig config)
    {
    }
}
