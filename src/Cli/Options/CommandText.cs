using System.CommandLine;
using System.CommandLine.Parsing;

namespace XrNpe.Cli;

/// <summary>A command line as it can be typed elsewhere: of paths only their last part, since folders differ from machine to machine.</summary>
internal static class CommandText
{
    /// <summary>The options that were given, in the order of the verb.</summary>
    /// <param name="verb">The verb, such as <c>xrnpe vio report</c>.</param>
    /// <param name="parsed">What was given.</param>
    public static string Of(string verb, ParseResult parsed) => string.Join(
        ' ',
        parsed.CommandResult.Command.Options
            .Select(parsed.GetResult)
            .OfType<OptionResult>()
            .Where(option => !option.Implicit)
            .SelectMany(option => option.Tokens.Count == 0 ? [option.Option.Name] : option.Tokens.Select(token => $"{option.Option.Name} {Quoted(LastPart(option, token.Value))}"))
            .Prepend(verb));

    /// <summary>The last part of what may be a path, by what the help calls the option's value; other values are left alone.</summary>
    private static string LastPart(OptionResult option, string value) =>
        option.Option.HelpName is { } help && (help is "N" or "P" or "F" or "DIR" || help.StartsWith("F.", StringComparison.Ordinal))
            ? Path.GetFileName(Path.TrimEndingDirectorySeparator(value)) is { Length: > 0 } last ? last : value
            : value;

    private static string Quoted(string value) => value.Length > 0 && value.All(c => char.IsAsciiLetterOrDigit(c) || "-_.,:=%/+@".Contains(c, StringComparison.Ordinal))
        ? value
        : "'" + value.Replace("'", "'\\''", StringComparison.Ordinal) + "'";
}
