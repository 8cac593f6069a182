namespace XrNpe.Proof;

/// <summary>A proof could not be tried: a tool does not take what it was given.</summary>
public sealed class ProofException(string message) : Exception(message);
