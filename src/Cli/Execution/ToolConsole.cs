namespace XrNpe.Cli;

/// <summary>The streams that the tool talks through; tests hand over their own.</summary>
/// <param name="In">Standard input.</param>
/// <param name="Out">Standard output: results and nothing else.</param>
/// <param name="Error">Standard error: errors and progress.</param>
/// <param name="ShowsProgress">True when standard error is a terminal.</param>
public sealed record ToolConsole(TextReader In, TextWriter Out, TextWriter Error, bool ShowsProgress);
