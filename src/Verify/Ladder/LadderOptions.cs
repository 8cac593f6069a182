namespace XrNpe.Verify;

/// <summary>What to run.</summary>
public sealed record LadderOptions
{
    /// <summary>How much.</summary>
    public VerifyLevel Level { get; init; } = VerifyLevel.Quick;

    /// <summary>Seed of everything random.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Name of the only check to run; null for all.</summary>
    public string? Only { get; init; }

    /// <summary>Folder for logs from which an exhaustive run resumes, and for waveforms of failures.</summary>
    public string Folder { get; init; } = Path.Combine("artifacts", "verify");
}
