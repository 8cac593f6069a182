namespace XrNpe.Coproc;

/// <summary>The configurations that have a name.</summary>
public static class Presets
{
    /// <summary>2×2 on a 64-bit bus: small enough to read a waveform of.</summary>
    public static CoprocConfig Tiny { get; } = new() { Name = "tiny", Rows = 2, Cols = 2, DataWidth = 64, BufferDepth = 64, OutUnits = 1 };

    /// <summary>8×8 on a 128-bit bus: what <c>hdl/</c> holds.</summary>
    public static CoprocConfig Default { get; } = new() { Name = "default", Rows = 8, Cols = 8 };

    /// <summary>16×16 on a 128-bit bus, for throughput.</summary>
    public static CoprocConfig Large { get; } = new() { Name = "large", Rows = 16, Cols = 16, OutUnits = 8 };

    /// <summary>All presets, smallest first.</summary>
    public static IReadOnlyList<CoprocConfig> All { get; } = [Tiny, Default, Large];

    /// <summary>Finds a preset by name.</summary>
    public static CoprocConfig? Find(string name) => All.FirstOrDefault(p => p.Name == name);
}
