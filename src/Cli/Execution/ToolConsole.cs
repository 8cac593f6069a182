using System.Text;

namespace XrNpe.Cli;

/// <summary>The streams that the tool talks through; tests hand over their own.</summary>
/// <param name="In">Standard input.</param>
/// <param name="OutBytes">Standard output: results and nothing else.</param>
/// <param name="Error">Standard error: errors and progress.</param>
/// <param name="ShowsProgress">True when standard error is a terminal.</param>
public sealed record ToolConsole(Stream In, Stream OutBytes, TextWriter Error, bool ShowsProgress)
{
    /// <summary>Standard output as text, for the verbs that print; those that stream write the bytes themselves.</summary>
    public TextWriter Out { get; } = new StreamWriter(OutBytes, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
}
