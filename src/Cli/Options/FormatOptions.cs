using XrNpe.Arith;
using XrNpe.Vio;

namespace XrNpe.Cli;

/// <summary>Names of formats on the command line.</summary>
internal static class FormatOptions
{
    private static string Inputs => string.Join(", ", FormatInfo.Inputs.Select(f => f.Name));

    /// <summary>A format that operands can be in.</summary>
    /// <exception cref="InputException">It is unknown, or an output format only.</exception>
    public static NumberFormat Input(string option, string name) =>
        FormatInfo.TryParse(name, out NumberFormat format) && FormatInfo.Of(format).IsInput
            ? format
            : throw new InputException($"{option} {InputException.Quote(name)} is not a format of operands: {Inputs}");

    /// <summary>A format that results can be in.</summary>
    /// <exception cref="InputException">It is unknown.</exception>
    public static NumberFormat Output(string option, string name) =>
        FormatInfo.TryParse(name, out NumberFormat format)
            ? format
            : throw new InputException($"{option} {InputException.Quote(name)} is not a format of results: {Inputs} or f32");
}
