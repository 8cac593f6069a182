namespace XrNpe.Vio;

/// <summary>Lines of UTF-8 text as bytes: no string is made of them, and memory holds one buffer however long the input is.</summary>
/// <param name="input">The text; it is not closed.</param>
/// <param name="where">What stands before a line's number in messages: nothing, or the file.</param>
internal sealed class LineReader(Stream input, string where = "")
{
    private const int FirstBuffer = 1 << 16;

    /// <summary>The longest dot product is half of it; what is longer is no text of numbers.</summary>
    private const int LongestLine = 1 << 20;

    private byte[] _buffer = new byte[FirstBuffer];
    private int _start;
    private int _end;
    private bool _ended;

    /// <summary>Number of the line that was read last; the first is 1.</summary>
    public long Number { get; private set; }

    /// <summary>The line that was read last, for messages.</summary>
    public string Place => PlaceOf(Number);

    /// <summary>A line by its number, for messages.</summary>
    public string PlaceOf(long number) => $"{where}line {number}";

    /// <summary>Takes the next line, without its end (LF or CR LF).</summary>
    /// <param name="mayWait">False to take only what is there already, so that results can go out before the wait.</param>
    /// <param name="line">The line; stays valid until the next call.</param>
    /// <returns>False at the end, or when there is no line yet.</returns>
    /// <exception cref="InputException">The line is longer than any line of numbers, or the text is not UTF-8.</exception>
    public bool TryRead(bool mayWait, out ReadOnlySpan<byte> line)
    {
        int scanned = 0;
        while (true)
        {
            int found = _buffer.AsSpan(_start + scanned, _end - _start - scanned).IndexOf((byte)'\n');
            if (found >= 0)
            {
                line = _buffer.AsSpan(_start, scanned + found);
                _start += scanned + found + 1;
                break;
            }

            scanned = _end - _start;
            if (_ended)
            {
                line = _buffer.AsSpan(_start, scanned);
                _start = _end;
                if (scanned == 0) return false;
                break;
            }

            line = default;
            if (!mayWait) return false;
            Fill();
        }

        Number++;
        if (line is [.., (byte)'\r']) line = line[..^1];
        return Number > 1 || SkipMark(ref line);
    }

    private void Fill()
    {
        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        (_start, _end) = (0, _end - _start);
        if (_end == _buffer.Length)
        {
            if (_end >= LongestLine) throw new InputException($"{PlaceOf(Number + 1)} is longer than {LongestLine} bytes: is this text, with one case a line?");
            Array.Resize(ref _buffer, 2 * _end);
        }

        int count = input.Read(_buffer.AsSpan(_end));
        _ended = count == 0;
        _end += count;
    }

    /// <summary>Skips a byte order mark.</summary>
    /// <returns>False when nothing follows it.</returns>
    private bool SkipMark(ref ReadOnlySpan<byte> line)
    {
        if (line is [0xff, 0xfe, ..] or [0xfe, 0xff, ..]) throw new InputException($"{Place} starts as UTF-16 text does: save it as UTF-8 or ASCII");
        if (line is not [0xef, 0xbb, 0xbf, ..]) return true;
        line = line[3..];
        return !line.IsEmpty || !_ended || _start < _end;
    }
}
