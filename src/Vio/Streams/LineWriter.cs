namespace XrNpe.Vio;

/// <summary>Text as bytes, through one buffer.</summary>
/// <param name="output">Where it goes; it is not closed.</param>
internal sealed class LineWriter(Stream output) : IDisposable
{
    private const int BufferSize = 1 << 16;

    private byte[] _buffer = new byte[BufferSize];
    private int _used;

    /// <summary>Room for at least <paramref name="count"/> bytes; say with <see cref="Advance"/> how many were filled.</summary>
    public Span<byte> Room(int count)
    {
        if (_buffer.Length - _used < count)
        {
            Write();
            if (_buffer.Length < count) _buffer = new byte[count];
        }

        return _buffer.AsSpan(_used);
    }

    /// <summary>Takes over <paramref name="count"/> bytes of the room.</summary>
    public void Advance(int count) => _used += count;

    /// <summary>Writes text that is ASCII or UTF-8 already.</summary>
    public void Write(ReadOnlySpan<byte> text)
    {
        text.CopyTo(Room(text.Length));
        _used += text.Length;
    }

    /// <summary>Hands on what was written, so that a reader at the other end of a pipe can have it.</summary>
    public void Flush()
    {
        Write();
        output.Flush();
    }

    /// <inheritdoc/>
    public void Dispose() => Flush();

    private void Write()
    {
        // Emptied first: when the output fails, nothing is written twice.
        int count = _used;
        _used = 0;
        output.Write(_buffer, 0, count);
    }
}
