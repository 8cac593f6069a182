namespace XrNpe.Synth;

/// <summary>A document with places between markers, <c>&lt;!-- begin NAME --&gt;</c> and <c>&lt;!-- end NAME --&gt;</c>, that a command fills.</summary>
public static class MarkedDocument
{
    /// <summary>The first name without a place in the document; null when all have one.</summary>
    public static string? FirstMissing(string document, IEnumerable<string> names) => names.FirstOrDefault(name => Place(document, name) is null);

    /// <summary>The document with its places filled.</summary>
    /// <exception cref="ArgumentException">A name has no place.</exception>
    public static string Fill(string document, IReadOnlyDictionary<string, string> texts)
    {
        foreach ((string name, string text) in texts)
        {
            (int start, int end) = Place(document, name) ?? throw new ArgumentException($"the document has no place called {name}", nameof(document));
            document = $"{document[..start]}\n{text.Trim('\n')}\n{document[end..]}";
        }

        return document;
    }

    /// <summary>The marker before a place.</summary>
    public static string Begin(string name) => $"<!-- begin {name} -->";

    /// <summary>The marker after a place.</summary>
    public static string End(string name) => $"<!-- end {name} -->";

    private static (int Start, int End)? Place(string document, string name)
    {
        int begin = document.IndexOf(Begin(name), StringComparison.Ordinal);
        if (begin < 0) return null;
        int start = begin + Begin(name).Length;
        int end = document.IndexOf(End(name), start, StringComparison.Ordinal);
        return end < 0 ? null : (start, end);
    }
}
