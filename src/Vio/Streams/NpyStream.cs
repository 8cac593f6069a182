namespace XrNpe.Vio;

/// <summary>The data of a .npy file as a stream of elements in C order.</summary>
internal sealed class NpyStream : IDisposable
{
    /// <summary>Longer than any header that is not made to be strange.</summary>
    private const int HeaderBytes = 1 << 17;

    private readonly Stream _data;

    private NpyStream(string source, Stream data, int[] shape, ElementType type, bool bigEndian)
    {
        Source = source;
        _data = data;
        Shape = shape;
        Type = type;
        BigEndian = bigEndian;
    }

    /// <summary>Name of the file, for messages.</summary>
    public string Source { get; }

    /// <summary>The shape.</summary>
    public int[] Shape { get; }

    /// <summary>What the elements are.</summary>
    public ElementType Type { get; }

    /// <summary>Their byte order.</summary>
    public bool BigEndian { get; }

    /// <summary>Opens a file.</summary>
    /// <exception cref="InputException">It is not a .npy file that can be used.</exception>
    public static NpyStream Open(string path)
    {
        FileStream file = InputFile.Open(path);
        try
        {
            // A pipe tells its length only at its end, and so goes through memory.
            Stream stream = file;
            if (!file.CanSeek)
            {
                stream = new MemoryStream();
                file.CopyTo(stream);
                stream.Position = 0;
                file.Dispose();
            }

            return OfStream(path, stream);
        }
        catch (Exception e)
        {
            file.Dispose();
            if (e is not IOException) throw;
            throw new InputException($"{path} cannot be read: {e.Message}", e);
        }
    }

    /// <summary>Reads elements: as many as fit, fewer only at the end.</summary>
    /// <returns>The number of bytes.</returns>
    public int Read(Span<byte> bytes) => _data.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);

    /// <inheritdoc/>
    public void Dispose() => _data.Dispose();

    private static NpyStream OfStream(string path, Stream stream)
    {
        byte[] start = new byte[(int)Math.Min(stream.Length, HeaderBytes)];
        stream.ReadExactly(start);
        NpyHeader header = NpyReader.Header(path, start, out int dataOffset);
        (ElementType type, bool bigEndian) = NpyReader.Dtype(path, header.Descriptor);
        int size = ElementCodec.Size(type);
        NpyReader.CheckLength(path, header, type, stream.Length - dataOffset);

        stream.Position = dataOffset;
        bool reorder = header.FortranOrder && header.Shape.Count(dimension => dimension > 1) > 1;
        return reorder
            ? new NpyStream(path, COrder(stream, header.Shape, size), header.Shape, type, bigEndian)
            : new NpyStream(path, stream, header.Shape, type, bigEndian);
    }

    /// <summary>The elements of a Fortran-ordered file in C order. That takes all of it, so it must fit in memory.</summary>
    private static MemoryStream COrder(Stream stream, int[] shape, int size)
    {
        long length = stream.Length - stream.Position;
        if (length > Array.MaxLength) throw new InputException($"{length} bytes in Fortran order are too many for memory: save the array with numpy.ascontiguousarray");
        using (stream)
        {
            byte[] bytes = new byte[length];
            stream.ReadExactly(bytes);
            return new MemoryStream(NumericTensor.Permute(bytes, [.. Enumerable.Reverse(shape)], size));
        }
    }
}
