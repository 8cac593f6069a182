using System.Text;
using XrNpe.Arith;

namespace XrNpe.Vio;

/// <summary>Numbers or codes, one a line.</summary>
internal sealed class TextSource(LineReader reader, ConvertType from) : INumberSource
{
    private InputException? _pending;

    /// <inheritdoc/>
    public int[]? Shape => null;

    /// <inheritdoc/>
    public int Read(Span<ulong> codes)
    {
        if (_pending is not null) throw _pending;
        int count = 0;
        while (count < codes.Length && reader.TryRead(mayWait: count == 0, out ReadOnlySpan<byte> line))
        {
            if (!from.TryRead(line, out codes[count]))
            {
                _pending = Unreadable(Encoding.UTF8.GetString(line));
                return count > 0 ? count : throw _pending;
            }

            count++;
        }

        return count;
    }

    /// <inheritdoc/>
    public string Place(long index) => reader.PlaceOf(index + 1);

    private InputException Unreadable(string line)
    {
        string quoted = InputException.Quote(line);
        if (from.IsBits) return new InputException($"{reader.Place}: {quoted} is no code: {HexText.Wanted(from.Name, from.Bits)}");

        // FP4 is the only format that has no NaN.
        return CodeText.TryParse(NumberFormat.P16, line, out _)
            ? NumberSink.NoNaN(reader.Place)
            : new InputException($"{reader.Place}: {quoted} is no number: such as 3.5, -1e-3, inf or nan; raw codes are read with --from {from.Name}:bits");
    }
}
