namespace XrNpe.Rtlgen;

/// <summary>One generated file.</summary>
/// <param name="Path">Path below the output folder, with forward slashes.</param>
/// <param name="Text">Contents, LF line ends.</param>
public sealed record GeneratedFile(string Path, string Text);
