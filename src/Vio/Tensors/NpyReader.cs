using System.Buffers.Binary;
using System.Text;

namespace XrNpe.Vio;

/// <summary>Reads .npy files: versions 1 to 3, C and Fortran order, little and big endian.</summary>
public static class NpyReader
{
    private const string Dtypes = "f4, f8, u1, u2, u4, u8, i1, i2, i4 or i8";

    internal static ReadOnlySpan<byte> Magic => [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y'];

    /// <summary>Reads a file.</summary>
    /// <exception cref="InputException">It is not a .npy file that can be used.</exception>
    public static NumericTensor Read(string path) => Parse(path, InputFile.ReadAll(path));

    /// <summary>Reads the bytes of a file.</summary>
    /// <param name="source">Name of the file, for messages.</param>
    /// <param name="bytes">All of it.</param>
    /// <exception cref="InputException">They are not a .npy file that can be used.</exception>
    public static NumericTensor Parse(string source, ReadOnlySpan<byte> bytes)
    {
        NpyHeader header = Header(source, bytes, out int dataOffset);
        (ElementType type, bool bigEndian) = Dtype(source, header.Descriptor);
        ReadOnlySpan<byte> data = bytes[dataOffset..];
        CheckLength(source, header, type, data.Length);

        // Fortran order is C order of the reversed shape.
        int[] shape = header.FortranOrder ? [.. Enumerable.Reverse(header.Shape)] : header.Shape;
        NumericTensor tensor = ElementCodec.Read(source, shape, type, data, bigEndian);
        return header.FortranOrder ? tensor.ReverseAxes() : tensor;
    }

    /// <summary>Parses the header.</summary>
    /// <param name="source">Name of the file, for messages.</param>
    /// <param name="bytes">The file, or its start.</param>
    /// <param name="dataOffset">Where the data start.</param>
    /// <exception cref="InputException">There is no header that can be used.</exception>
    internal static NpyHeader Header(string source, ReadOnlySpan<byte> bytes, out int dataOffset)
    {
        if (bytes.StartsWith("PK"u8)) throw new InputException($"{source} is an archive (.npz): take one array out of it and save it as .npy");
        if (!bytes.StartsWith(Magic))
        {
            throw new InputException($"{source} is not a .npy file: it must start with the bytes 93 4e 55 4d 50 59, \"\\x93NUMPY\"");
        }

        int lengthOffset = Magic.Length + 2;
        if (bytes.Length < lengthOffset) throw Truncated(source, bytes.Length, lengthOffset + 2);
        byte major = bytes[Magic.Length];
        if (major is < 1 or > 3) throw new InputException($"{source}: .npy version {major} at byte {Magic.Length} is unknown: 1, 2 or 3");

        int lengthBytes = major == 1 ? 2 : 4;
        int start = lengthOffset + lengthBytes;
        if (bytes.Length < start) throw Truncated(source, bytes.Length, start);
        long length = major == 1
            ? BinaryPrimitives.ReadUInt16LittleEndian(bytes[lengthOffset..])
            : BinaryPrimitives.ReadUInt32LittleEndian(bytes[lengthOffset..]);
        if (length > bytes.Length - start)
        {
            throw new InputException(
                $"{source}: the header length at byte {lengthOffset} says {length} bytes, but only {bytes.Length - start} follow: the file is cut short or the length is wrong");
        }

        dataOffset = start + (int)length;
        Encoding encoding = major == 3 ? Encoding.UTF8 : Encoding.Latin1;
        return NpyHeader.Parse(source, encoding.GetString(bytes[start..dataOffset]), start);
    }

    /// <summary>The type of the elements and their byte order.</summary>
    /// <exception cref="InputException">It is one that cannot be used.</exception>
    internal static (ElementType Type, bool BigEndian) Dtype(string source, string descriptor)
    {
        char order = descriptor.Length == 3 ? descriptor[0] : '?';
        ElementType? type = order is '<' or '>' or '|' ? descriptor[1..] switch
        {
            "f4" => ElementType.F32,
            "f8" => ElementType.F64,
            "i1" => ElementType.I8,
            "i2" => ElementType.I16,
            "i4" => ElementType.I32,
            "i8" => ElementType.I64,
            "u1" => ElementType.U8,
            "u2" => ElementType.U16,
            "u4" => ElementType.U32,
            "u8" => ElementType.U64,
            _ => null,
        } : null;

        // "no byte order" makes sense for single bytes only.
        if (type is null || (order == '|' && ElementCodec.Size(type.Value) != 1))
        {
            throw new InputException(
                $"{source}: dtype {InputException.Quote(descriptor)} cannot be used: convert to {Dtypes} with a byte order of < or >, as in \"<f4\"");
        }

        return (type.Value, order == '>');
    }

    /// <summary>Checks that the data are as long as the header says.</summary>
    /// <exception cref="InputException">They are not.</exception>
    internal static void CheckLength(string source, NpyHeader header, ElementType type, long available)
    {
        long? wanted = ElementCodec.Bytes(type, header.Shape);
        if (wanted == available) return;
        throw new InputException(
            $"{source}: shape {NumericTensor.ShapeText(header.Shape)} of {header.Descriptor} needs {ElementCodec.BytesText(wanted)} of data, but {available} follow the header: "
            + (wanted < available ? "there is something after the array, or its shape is wrong" : "the file is cut short or its shape is wrong"));
    }

    private static InputException Truncated(string source, int length, int wanted) =>
        new($"{source} ends after {length} bytes, inside the .npy header, which is at least {wanted} bytes long: the file is cut short");
}
