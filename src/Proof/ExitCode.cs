namespace XrNpe.Proof;

/// <summary>What the exit code says; the same as of <c>xrnpe</c>.</summary>
internal static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>A proof fails, or too few mutants are caught.</summary>
    public const int Failed = 1;

    /// <summary>Wrong usage, or a program is missing.</summary>
    public const int Unusable = 2;
}
