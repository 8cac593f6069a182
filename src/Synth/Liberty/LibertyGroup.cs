namespace XrNpe.Synth;

/// <summary>A group of a Liberty file, <c>kind (name) { … }</c>.</summary>
/// <param name="kind">What it describes: library, cell, pin.</param>
/// <param name="name">Its first argument; may be empty.</param>
/// <param name="line">Where it starts.</param>
internal sealed class LibertyGroup(string kind, string name, int line)
{
    /// <summary>What it describes.</summary>
    public string Kind { get; } = kind;

    /// <summary>Its first argument.</summary>
    public string Name { get; } = name;

    /// <summary>Where it starts.</summary>
    public int Line { get; } = line;

    /// <summary>Its simple attributes.</summary>
    public Dictionary<string, string> Attributes { get; } = new(StringComparer.Ordinal);

    /// <summary>The groups in it.</summary>
    public List<LibertyGroup> Groups { get; } = [];

    /// <summary>The groups of a kind in it.</summary>
    public IEnumerable<LibertyGroup> Of(string kind) => Groups.Where(group => group.Kind == kind);
}
