namespace XrNpe.Verify;

/// <summary>The codes of p16 where something changes: 0, ±1, NaR and the ends of each regime, with their neighbours.</summary>
internal static class Posit16Edges
{
    private const int Neighbours = 2;

    /// <summary>The codes, each once, in order.</summary>
    public static IEnumerable<uint> Codes { get; } =
    [
        .. (from bit in Enumerable.Range(0, 17)
            from offset in Enumerable.Range(-Neighbours, (2 * Neighbours) + 1)
            from sign in new[] { 1, -1 }
            select (uint)(sign * ((1 << bit) + offset)) & 0xffff).Distinct().Order(),
    ];
}
