using System.Globalization;
using XrNpe.Vio;

namespace XrNpe.Cli;

/// <summary>Scales on the command line: <c>auto</c> or a power of two.</summary>
internal static class ScaleOption
{
    private const string Auto = "auto";

    /// <summary>One scale; null is auto.</summary>
    /// <exception cref="InputException">It is neither.</exception>
    public static int? One(string option, string text)
    {
        if (text.Trim().Equals(Auto, StringComparison.OrdinalIgnoreCase)) return null;
        return int.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out int scale)
            ? scale
            : throw new InputException($"{option} {InputException.Quote(text)} is neither a whole number nor auto");
    }

    /// <summary>The scales of A and B: <c>auto</c>, one for both, or one each.</summary>
    /// <exception cref="InputException">It is none of these.</exception>
    public static (int? A, int? B) Pair(string option, string text)
    {
        string[] parts = text.Split(',');
        return parts.Length switch
        {
            1 => (One(option, parts[0]), One(option, parts[0])),
            2 => (One(option, parts[0]), One(option, parts[1])),
            _ => throw new InputException($"{option} {InputException.Quote(text)}: auto, or sA,sB, such as -3,2"),
        };
    }
}
