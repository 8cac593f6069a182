namespace XrNpe.Vio;

/// <summary>Text that is markup already: the one kind that a report's template writes as it is.</summary>
/// <param name="Text">Well-formed, escaped.</param>
internal sealed record Markup(string Text)
{
    /// <summary>A text in which nothing is markup.</summary>
    public static string Escape(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("\"", "&quot;", StringComparison.Ordinal)
        .Replace("'", "&#39;", StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Text;
}
