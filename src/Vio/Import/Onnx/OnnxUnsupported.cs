namespace XrNpe.Vio;

/// <summary>Everything in a model that is not supported, for one message.</summary>
internal sealed class OnnxUnsupported
{
    private const int Shown = 6;

    private readonly List<(string What, string Node)> _found = [];

    /// <summary>True when something was found.</summary>
    public bool Any => _found.Count > 0;

    /// <summary>Adds something that a node wants.</summary>
    public void Add(string what, string node)
    {
        if (!_found.Contains((what, node))) _found.Add((what, node));
    }

    /// <summary>The message: everything with its count and its nodes.</summary>
    public InputException Exception(string path)
    {
        IEnumerable<string> lines = _found.GroupBy(found => found.What, found => found.Node).Select(group => $"{OnnxNetwork.Clean(group.Key)} ({group.Count()}: {Names([.. group])})");
        return new InputException($"{path} needs what is not supported: {string.Join("; ", lines)}");
    }

    private static string Names(string[] nodes) =>
        string.Join(", ", nodes.Take(Shown).Select(OnnxNetwork.Clean)) + (nodes.Length > Shown ? $" and {nodes.Length - Shown} more" : "");
}
