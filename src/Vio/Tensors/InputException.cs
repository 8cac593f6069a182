namespace XrNpe.Vio;

/// <summary>
/// Input that a person gave and that cannot be used: the message says in one line what is wrong, where (file, byte, field, element or
/// line), and what would be right. The tool prints it and exits with 2.
/// </summary>
public sealed class InputException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>A piece of foreign text for a message: quoted, without control characters, and not longer than a line can bear.</summary>
    public static string Quote(string text)
    {
        const int Longest = 60;
        string shown = text.Length > Longest ? string.Concat(text.AsSpan(0, Longest), "…") : text;
        return $"\"{string.Concat(shown.Select(c => char.IsControl(c) ? '\uFFFD' : c))}\"";
    }
}
