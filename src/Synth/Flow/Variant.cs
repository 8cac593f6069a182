namespace XrNpe.Synth;

/// <summary>How adders are built.</summary>
internal enum AdderStyle
{
    /// <summary>Ripple chains and compressor trees of the library's full adders.</summary>
    Ripple,

    /// <summary>The same, taken apart and found again among all gates: finds full adders that nobody wrote as such.</summary>
    Extracted,

    /// <summary>Prefix networks; compressor trees of the library's full adders.</summary>
    Prefix,

    /// <summary>Prefix networks; compressor trees of gates.</summary>
    PrefixGates,
}

/// <summary>One way through the flow.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Mode">What it optimizes for.</param>
/// <param name="Adders">How adders are built.</param>
/// <param name="Script">The script of abc.</param>
/// <param name="Driven">True when abc takes inputs to be driven by a small buffer.</param>
internal sealed record Variant(string Name, SynthesisMode Mode, AdderStyle Adders, string Script, bool Driven = true)
{
    /// <summary>The ways to go.</summary>
    public static IReadOnlyList<Variant> Of(SynthesisMode mode, SynthesisEffort effort) => (mode, effort) switch
    {
        (SynthesisMode.Area, SynthesisEffort.Quick or SynthesisEffort.Normal) => [Ripple],
        (_, SynthesisEffort.Quick) => [Prefix],
        (SynthesisMode.Area, _) =>
        [
            Ripple,
            new("ripple-wide", SynthesisMode.Area, AdderStyle.Ripple, AbcScripts.AreaWide),
            new("extracted", SynthesisMode.Area, AdderStyle.Extracted, AbcScripts.Area),
        ],
        (_, SynthesisEffort.Normal) => [Prefix, PrefixGates],
        _ =>
        [
            Prefix, PrefixGates,
            new("undriven", SynthesisMode.Delay, AdderStyle.Prefix, AbcScripts.Delay, Driven: false),
            new("undriven-gates", SynthesisMode.Delay, AdderStyle.PrefixGates, AbcScripts.Delay, Driven: false),
            new("amap", SynthesisMode.Delay, AdderStyle.Prefix, AbcScripts.DelayAmap),
            new("amap-gates", SynthesisMode.Delay, AdderStyle.PrefixGates, AbcScripts.DelayAmap),
            new("rewritten", SynthesisMode.Delay, AdderStyle.Prefix, AbcScripts.DelayRewritten),
            new("rewritten-gates", SynthesisMode.Delay, AdderStyle.PrefixGates, AbcScripts.DelayRewritten),
        ],
    };

    private static Variant Ripple => new("ripple", SynthesisMode.Area, AdderStyle.Ripple, AbcScripts.Area);

    private static Variant Prefix => new("prefix", SynthesisMode.Delay, AdderStyle.Prefix, AbcScripts.Delay);

    private static Variant PrefixGates => new("prefix-gates", SynthesisMode.Delay, AdderStyle.PrefixGates, AbcScripts.Delay);
}
