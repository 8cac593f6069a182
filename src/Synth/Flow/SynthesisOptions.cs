namespace XrNpe.Synth;

/// <summary>What synthesis optimizes for.</summary>
public enum SynthesisMode
{
    /// <summary>The smallest circuit.</summary>
    Area,

    /// <summary>The fastest circuit.</summary>
    Delay,
}

/// <summary>How many ways through the flow are tried; the best result counts.</summary>
public enum SynthesisEffort
{
    /// <summary>One.</summary>
    Quick,

    /// <summary>One for area, two for delay.</summary>
    Normal,

    /// <summary>All of them.</summary>
    High,
}

/// <summary>How to synthesize.</summary>
public sealed record SynthesisOptions
{
    /// <summary>The Liberty file of Debian's package qflow-tech-osu018: 180 nm, typical corner.</summary>
    public const string DefaultLiberty = "/usr/share/qflow/tech/osu018/osu018_stdcells.lib";

    /// <summary>The Liberty file.</summary>
    public string Liberty { get; init; } = DefaultLiberty;

    /// <summary>What to optimize for; each is a run of its own.</summary>
    public IReadOnlyList<SynthesisMode> Modes { get; init; } = [SynthesisMode.Area, SynthesisMode.Delay];

    /// <summary>How many ways are tried.</summary>
    public SynthesisEffort Effort { get; init; } = SynthesisEffort.Normal;

    /// <summary>
    /// Delay that is enough, in ns: of the fast circuits that reach it the smallest counts. Zero: only the fastest counts.
    /// </summary>
    public double EnoughNanoseconds { get; init; }

    /// <summary>Whether the FPGA run is made.</summary>
    public bool Fpga { get; init; } = true;

    /// <summary>Whether the area is told by module as well.</summary>
    public bool ByModule { get; init; } = true;

    /// <summary>How long one run of a tool may take.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromMinutes(30);
}
