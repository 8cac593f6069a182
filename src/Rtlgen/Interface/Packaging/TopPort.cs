namespace XrNpe.Rtlgen;

/// <summary>A port of a generated top module.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Width">Its width in bits.</param>
/// <param name="IsOutput">True when the module drives it.</param>
/// <param name="Comment">Its trailing comment.</param>
/// <param name="Group">The comment above its group; empty for clock, reset and interrupt.</param>
public sealed record TopPort(string Name, int Width, bool IsOutput, string Comment, string Group)
{
    /// <summary>The bus it belongs to, <c>s_axil</c> or <c>m_axi</c>; null for clock, reset and interrupt.</summary>
    public string? Bus => TopPorts.Buses.FirstOrDefault(bus => Name.StartsWith(bus + "_", StringComparison.Ordinal));

    /// <summary>The signal's name in the AXI specification: <c>AWADDR</c>. Only for ports of a bus.</summary>
    public string AxiName => Name[(Bus!.Length + 1)..Name.LastIndexOf('_')].ToUpperInvariant();
}
