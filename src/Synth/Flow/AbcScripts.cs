namespace XrNpe.Synth;

/// <summary>
/// Scripts of abc, as yosys takes them on a command line. Which were tried and what they gave is in docs/hardware.md.
/// </summary>
internal static class AbcScripts
{
    // Names in abc.rc; yosys does not read that.
    private const string CompressTwice =
        "balance,-l;resub,-K,6,-l;rewrite,-l;resub,-K,6,-N,2,-l;refactor,-l;resub,-K,8,-l;balance,-l;resub,-K,8,-N,2,-l;rewrite,-l;resub,-K,10,-l;"
        + "rewrite,-z,-l;resub,-K,10,-N,2,-l;balance,-l;resub,-K,12,-l;refactor,-z,-l;resub,-K,12,-N,2,-l;rewrite,-z,-l;balance,-l";

    private const string Clean = "+strash;ifraig;scorr;";

    // Without topo before them, mfs3 and buffer crash on some networks. -p: outputs of registers are inputs here, and want buffers as well.
    private const string Size = "topo;buffer,-p;upsize,{D};dnsize,{D}";

    /// <summary>Area: amap finds what &amp;nf, abc's default, does not: 5 to 15 % on these circuits.</summary>
    public const string Area = Clean + CompressTwice + ";dch;amap,-F,5,-A,10;topo;mfs3,-ae,-I,4,-O,2";

    /// <summary>Area, with resubstitution in wide windows: slower by far, a percent or two smaller where logic is random.</summary>
    public const string AreaWide = Clean + CompressTwice + ";dch;amap,-F,5,-A,10;topo;mfs3,-a";

    /// <summary>Delay. No dc2, which yosys' default has: it turns prefix networks into chains.</summary>
    public const string Delay = Clean + "strash;&get,-n;&dch,-f;&nf,{D};&put;topo;mfs3,-a,-I,4,-O,2;" + Size;

    /// <summary>Delay, mapped for area with some weight on depth.</summary>
    public const string DelayAmap = Clean + "dch;amap,-F,5,-A,10,-Q,10;" + Size;

    /// <summary>Delay, rewritten before it is mapped.</summary>
    public const string DelayRewritten = Clean + "balance;rewrite;refactor;balance;rewrite,-z;balance;refactor,-z;balance;dch;map,-B,0.9,{D};" + Size;
}
