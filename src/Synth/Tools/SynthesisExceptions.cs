namespace XrNpe.Synth;

/// <summary>A program that synthesis needs is not installed. The message is one line and says how to install it.</summary>
public sealed class SynthesisToolMissingException(string tool, string package) : Exception(
    $"{tool} is not installed, and synthesis needs it: apt-get install {package}")
{
    /// <summary>The program.</summary>
    public string Tool { get; } = tool;
}

/// <summary>A Liberty file cannot be used; the message says which, where, and what it must have.</summary>
public sealed class LibertyException(string message) : Exception(message);

/// <summary>A tool failed on a design.</summary>
public sealed class SynthesisFailedException(string tool, string problem) : Exception($"{tool} failed: {problem}")
{
    /// <summary>The program that failed.</summary>
    public string Tool { get; } = tool;
}
