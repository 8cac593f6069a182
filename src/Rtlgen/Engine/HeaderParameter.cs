namespace XrNpe.Rtlgen;

/// <summary>A line of a module's header comment: a configuration value that shaped the file.</summary>
/// <param name="Name">Name as in the configuration file.</param>
/// <param name="Value">Its value.</param>
/// <param name="Meaning">Meaning with unit.</param>
public sealed record HeaderParameter(string Name, string Value, string Meaning);
