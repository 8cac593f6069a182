using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace XrNpe.Vio.Tests;

/// <summary>MATLAB 5 files, byte by byte, in either byte order.</summary>
internal sealed class MatBytes(bool bigEndian)
{
    public byte[] File(params byte[][] elements)
    {
        byte[] header = new byte[128];
        Encoding.ASCII.GetBytes("MATLAB 5.0 MAT-file").CopyTo(header, 0);
        (header[124], header[125]) = bigEndian ? ((byte)1, (byte)0) : ((byte)0, (byte)1);
        (bigEndian ? "MI"u8 : "IM"u8).CopyTo(header.AsSpan(126));
        return [.. header, .. elements.SelectMany(element => element)];
    }

    public byte[] Matrix(string name, int arrayClass, int[] shape, int type, byte[] values) => Element(14, [
        .. Element(6, [.. Word(arrayClass), .. Word(0)]),
        .. Element(5, [.. shape.SelectMany(Word)]),
        .. Element(1, Encoding.ASCII.GetBytes(name)),
        .. Element(type, values),
    ]);

    public byte[] Element(int type, byte[] bytes)
    {
        // Up to four bytes stand in the tag.
        if (bytes.Length is > 0 and <= 4) return [.. Word(type | (bytes.Length << 16)), .. bytes, .. new byte[4 - bytes.Length]];
        return [.. Word(type), .. Word(bytes.Length), .. bytes, .. new byte[(8 - (bytes.Length % 8)) % 8]];
    }

    public byte[] Compressed(byte[] element)
    {
        using var bytes = new MemoryStream();
        using (var deflater = new ZLibStream(bytes, CompressionLevel.Optimal, leaveOpen: true)) deflater.Write(element);
        return [.. Word(15), .. Word((int)bytes.Length), .. bytes.ToArray()];
    }

    public byte[] Word(int value)
    {
        byte[] word = new byte[4];
        if (bigEndian) BinaryPrimitives.WriteInt32BigEndian(word, value);
        else BinaryPrimitives.WriteInt32LittleEndian(word, value);
        return word;
    }

    public byte[] Doubles(params double[] values) => [.. values.SelectMany(value =>
    {
        byte[] bytes = BitConverter.GetBytes(value);
        return bigEndian ? Enumerable.Reverse(bytes) : bytes;
    })];
}
