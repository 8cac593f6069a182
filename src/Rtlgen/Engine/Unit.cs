namespace XrNpe.Rtlgen;

/// <summary>What can be generated on its own.</summary>
public enum Unit
{
    /// <summary>The whole co-processor, top <c>xrnpe_coproc</c>.</summary>
    Coproc,

    /// <summary>The stand-alone MAC, top <c>xrnpe_mac</c>.</summary>
    Mac,

    /// <summary>The multiplier, top <c>xrnpe_rmmec</c>.</summary>
    Rmmec,
}
