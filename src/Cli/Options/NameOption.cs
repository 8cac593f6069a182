using XrNpe.Vio;

namespace XrNpe.Cli;

/// <summary>The members of an enumeration as lower-case names on the command line, and nothing else: no numbers.</summary>
internal static class NameOption
{
    /// <summary>Finds the member called <paramref name="text"/>.</summary>
    /// <param name="what">Option or argument, for the message.</param>
    /// <param name="text">The name.</param>
    /// <exception cref="InputException">There is none.</exception>
    public static T Parse<T>(string what, string text)
        where T : struct, Enum
    {
        foreach (T value in Enum.GetValues<T>())
        {
            if (Text(value).Equals(text, StringComparison.OrdinalIgnoreCase)) return value;
        }

        throw new InputException($"{what} {InputException.Quote(text)} is unknown: {string.Join(", ", Enum.GetValues<T>().Select(Text))}");
    }

    /// <summary>The name of a member.</summary>
    public static string Text<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
