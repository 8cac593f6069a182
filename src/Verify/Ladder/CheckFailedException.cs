namespace XrNpe.Verify;

/// <summary>A case is wrong; the message says which, what came and what should have come.</summary>
public sealed class CheckFailedException(string message) : Exception(message);
