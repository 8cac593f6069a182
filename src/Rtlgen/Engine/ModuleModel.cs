namespace XrNpe.Rtlgen;

/// <summary>Feeds the template of one Verilog module.</summary>
/// <param name="name">Name of the module, and of its file without extension.</param>
/// <param name="purpose">One sentence for the header comment.</param>
public abstract class ModuleModel(string name, string purpose) : TemplateModel(name + ".v", purpose)
{
    /// <summary>Name of the module.</summary>
    public string Name { get; } = name;
}
