namespace XrNpe.Vio;

/// <summary>What a search for precisions shall keep to.</summary>
/// <param name="Cycles">Most cycles of a frame pair, from what p16 takes; null for any.</param>
/// <param name="Bytes">Most bytes of a frame pair, from what p16 moves; null for any.</param>
/// <param name="Points">How many assignments of the front to try.</param>
public sealed record SearchRequest(Func<long, long>? Cycles, Func<long, long>? Bytes, int Points);
