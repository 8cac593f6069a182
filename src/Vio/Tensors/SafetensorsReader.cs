using System.Buffers.Binary;

namespace XrNpe.Vio;

/// <summary>Reads safetensors files: 8 bytes of header length, a JSON header, raw tensors.</summary>
public static class SafetensorsReader
{
    private const int LengthBytes = 8;

    /// <summary>The format's own limit on the header.</summary>
    private const long LongestHeader = 100_000_000;

    /// <summary>Lists the tensors of a file, in the order of their bytes.</summary>
    /// <exception cref="InputException">It is not a safetensors file.</exception>
    public static IReadOnlyList<SafetensorsEntry> List(string path)
    {
        using FileStream stream = InputFile.Open(path);
        return Header(path, stream, out _);
    }

    /// <summary>Reads one tensor.</summary>
    /// <param name="path">The file.</param>
    /// <param name="name">Name of the tensor.</param>
    /// <exception cref="InputException">It is not a safetensors file, or has no such tensor.</exception>
    public static NumericTensor Read(string path, string name)
    {
        using FileStream stream = InputFile.Open(path);
        IReadOnlyList<SafetensorsEntry> entries = Header(path, stream, out long dataOffset);
        SafetensorsEntry entry = entries.FirstOrDefault(e => e.Name == name) ?? throw Unknown(path, name, entries);
        string source = $"{path}:{name}";
        if (entry.Type is not { } type)
        {
            throw new InputException($"{source} is of dtype {InputException.Quote(entry.TypeName)}, which cannot be read: F16, BF16, F32, F64 or an integer");
        }

        long length = entry.End - entry.Begin;
        if (length > Array.MaxLength) throw new InputException($"{source} has {length} bytes; at most {Array.MaxLength} can be read");
        byte[] data = new byte[length];
        stream.Position = dataOffset + entry.Begin;
        stream.ReadExactly(data);
        return ElementCodec.Read(source, [.. entry.Shape], type, data, bigEndian: false);
    }

    private static IReadOnlyList<SafetensorsEntry> Header(string path, FileStream stream, out long dataOffset)
    {
        Span<byte> lengthField = stackalloc byte[LengthBytes];
        if (stream.Length < LengthBytes || stream.ReadAtLeast(lengthField, LengthBytes, throwOnEndOfStream: false) < LengthBytes)
        {
            throw new InputException($"{path} has {stream.Length} bytes: a safetensors file starts with 8 bytes of header length");
        }

        ulong length = BinaryPrimitives.ReadUInt64LittleEndian(lengthField);
        long available = stream.Length - LengthBytes;
        if (length > (ulong)Math.Min(available, LongestHeader))
        {
            throw new InputException(
                $"{path}: the header length at byte 0 says {length} bytes; at most {Math.Min(available, LongestHeader)} are possible: is this a safetensors file, and whole?");
        }

        byte[] json = new byte[length];
        stream.ReadExactly(json);
        dataOffset = LengthBytes + (long)length;
        return SafetensorsHeader.Parse(path, json, available - (long)length);
    }

    private static InputException Unknown(string path, string name, IReadOnlyList<SafetensorsEntry> entries)
    {
        const int Shown = 6;

        // Names that end alike first: a forgotten prefix is the likeliest mistake.
        string suffix = name[(name.LastIndexOf('.') + 1)..];
        IEnumerable<string> names = entries.OrderByDescending(e => e.Name.Contains(name, StringComparison.Ordinal))
            .ThenByDescending(e => e.Name.EndsWith(suffix, StringComparison.Ordinal)).Take(Shown).Select(e => e.Name);
        string more = entries.Count > Shown ? $" and {entries.Count - Shown} more" : "";
        return new InputException($"{path} has no tensor {InputException.Quote(name)}; it has {string.Join(", ", names)}{more}");
    }
}
