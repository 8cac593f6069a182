namespace XrNpe.Vio;

/// <summary>One tensor in the header of a safetensors file.</summary>
/// <param name="Name">Name.</param>
/// <param name="TypeName">The dtype as the file writes it.</param>
/// <param name="Type">The dtype; null when it cannot be read here.</param>
/// <param name="Shape">Dimensions.</param>
/// <param name="Begin">First byte, counted from the end of the header.</param>
/// <param name="End">Byte after the last.</param>
public sealed record SafetensorsEntry(string Name, string TypeName, ElementType? Type, IReadOnlyList<int> Shape, long Begin, long End);
