namespace XrNpe.Vio;

/// <summary>Where a conversion's numbers come from: chunk by chunk, as codes of the format that they come in.</summary>
internal interface INumberSource
{
    /// <summary>The shape, when the source has one.</summary>
    int[]? Shape { get; }

    /// <summary>Reads some codes: as many as fit, or as many as are there without a wait.</summary>
    /// <returns>How many; 0 at the end.</returns>
    /// <exception cref="InputException">The next number is none. All that come before it were given by earlier calls.</exception>
    int Read(Span<ulong> codes);

    /// <summary>Where a number stood, for messages.</summary>
    string Place(long index);
}
