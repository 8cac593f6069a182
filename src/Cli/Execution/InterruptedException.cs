namespace XrNpe.Cli;

/// <summary>Work that a person interrupted; the message says what is left of it.</summary>
internal sealed class InterruptedException(string message) : Exception(message);
