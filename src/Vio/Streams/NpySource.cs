namespace XrNpe.Vio;

/// <summary>The elements of a .npy file in C order: values of a float dtype, codes of an integer dtype.</summary>
internal sealed class NpySource : INumberSource, IDisposable
{
    private const int ChunkBytes = 1 << 16;

    private readonly NpyStream _file;
    private readonly ConvertType _from;
    private readonly byte[] _bytes = new byte[ChunkBytes];
    private long _index;
    private InputException? _pending;

    /// <summary>Opens a file.</summary>
    /// <exception cref="InputException">It is not a .npy file that can be used, or holds codes where values are asked for, or the other way round.</exception>
    public NpySource(string path, ConvertType from)
    {
        _file = NpyStream.Open(path);
        _from = from;
        if (Mismatch(path) is not { } mismatch) return;
        _file.Dispose();
        throw mismatch;
    }

    /// <inheritdoc/>
    public int[]? Shape => _file.Shape;

    /// <inheritdoc/>
    public int Read(Span<ulong> codes)
    {
        if (_pending is not null) throw _pending;
        int size = ElementCodec.Size(_file.Type);
        int count = _file.Read(_bytes.AsSpan(0, Math.Min(codes.Length, ChunkBytes / size) * size)) / size;
        for (int i = 0; i < count; i++)
        {
            ReadOnlySpan<byte> element = _bytes.AsSpan(i * size, size);
            _pending = ElementCodec.IsFloat(_file.Type) ? Value(element, out codes[i]) : Code(element, out codes[i]);
            if (_pending is not null) return i > 0 ? i : throw _pending;
            _index++;
        }

        return count;
    }

    /// <inheritdoc/>
    public string Place(long index) => _file.Source + NumericTensor.ElementText(_file.Shape, index);

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private InputException? Mismatch(string path)
    {
        bool values = ElementCodec.IsFloat(_file.Type);
        if (values && _from.IsBits) return new InputException($"{path} has a float dtype, which holds values: say --from {_from.Name}, or save the codes as integers");
        return values || _from.IsBits || _from.TableSize > 0
            ? null
            : new InputException($"{path} has an integer dtype, which holds codes: say --from {_from.Name}:bits if these are float patterns");
    }

    private InputException? Value(ReadOnlySpan<byte> element, out ulong code)
    {
        double value = ElementCodec.Float(_file.Type, element, _file.BigEndian);
        bool held = _from.Holds(value);
        code = held ? _from.ToCode(value) : 0;
        return held ? null : NumberSink.NoNaN(Place(_index));
    }

    private InputException? Code(ReadOnlySpan<byte> element, out ulong code)
    {
        long integer = ElementCodec.Integer(_file.Type, element, _file.BigEndian);
        code = (ulong)integer;
        return CodeRange.Holds(integer, _file.Type == ElementType.U64, _from.Bits)
            ? null
            : CodeRange.Outside(Place(_index), _file.Source, integer, _file.Type == ElementType.U64, _from.Name, _from.Bits);
    }
}
