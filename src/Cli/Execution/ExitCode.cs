namespace XrNpe.Cli;

/// <summary>What the tool's exit code says.</summary>
internal static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>Failed; a mismatch between backends is a failure.</summary>
    public const int Failed = 1;

    /// <summary>Wrong usage or bad input.</summary>
    public const int BadInput = 2;

    /// <summary>Generated files are not what the generator gives.</summary>
    public const int Stale = 3;
}
