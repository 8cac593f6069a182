using System.Buffers.Binary;
using System.Text;

namespace XrNpe.Vio;

/// <summary>Writes .npy files: version 1.0, C order, little endian, the same bytes as numpy.</summary>
public static class NpyWriter
{
    private const int Alignment = 64;

    /// <summary>Writes values as float32 or float64.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="shape">The shape.</param>
    /// <param name="values">Row-major.</param>
    /// <param name="single">float32, to which the values are rounded; else float64.</param>
    public static void WriteValues(Stream stream, IReadOnlyList<int> shape, ReadOnlySpan<double> values, bool single)
    {
        WriteHeader(stream, single ? "<f4" : "<f8", NumericTensor.ShapeText(shape));
        using var writer = new BinaryWriter(stream, Encoding.Latin1, leaveOpen: true);
        foreach (double value in values)
        {
            if (single) writer.Write((float)value);
            else writer.Write(value);
        }
    }

    /// <summary>Writes codes as unsigned integers of 1, 2, 4 or 8 bytes.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="shape">The shape.</param>
    /// <param name="codes">Row-major.</param>
    /// <param name="bits">Width of a code; the smallest integer that holds it is taken.</param>
    public static void WriteCodes(Stream stream, IReadOnlyList<int> shape, ReadOnlySpan<ulong> codes, int bits)
    {
        WriteHeader(stream, CodeDescriptor(bits), NumericTensor.ShapeText(shape));
        int size = CodeBytes(bits);
        Span<byte> bytes = stackalloc byte[sizeof(ulong)];
        foreach (ulong code in codes)
        {
            Put(bytes, code, size);
            stream.Write(bytes[..size]);
        }
    }

    /// <summary>Bytes of the smallest integer that holds a code.</summary>
    internal static int CodeBytes(int bits) => bits <= 8 ? 1 : bits / 8;

    /// <summary>The dtype of codes.</summary>
    internal static string CodeDescriptor(int bits) => bits <= 8 ? "|u1" : $"<u{CodeBytes(bits)}";

    /// <summary>Writes an integer, or the pattern of a float, of 1, 2, 4 or 8 bytes.</summary>
    internal static void Put(Span<byte> destination, ulong bits, int size)
    {
        switch (size)
        {
            case 1: destination[0] = (byte)bits; break;
            case 2: BinaryPrimitives.WriteUInt16LittleEndian(destination, (ushort)bits); break;
            case 4: BinaryPrimitives.WriteUInt32LittleEndian(destination, (uint)bits); break;
            default: BinaryPrimitives.WriteUInt64LittleEndian(destination, bits); break;
        }
    }

    /// <summary>Writes a header, as long as numpy makes it.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="descriptor">The dtype.</param>
    /// <param name="shape">The shape as Python writes it.</param>
    internal static void WriteHeader(Stream stream, string descriptor, string shape)
    {
        const int Fixed = 10; // bytes of magic, version and length
        string header = $"{{'descr': '{descriptor}', 'fortran_order': False, 'shape': {shape}, }}";
        int unpadded = Fixed + header.Length + 1;
        int padding = (Alignment - (unpadded % Alignment)) % Alignment;

        using var writer = new BinaryWriter(stream, Encoding.Latin1, leaveOpen: true);
        writer.Write(NpyReader.Magic);
        writer.Write([1, 0]);
        writer.Write((ushort)(header.Length + padding + 1));
        writer.Write(Encoding.Latin1.GetBytes(header + new string(' ', padding) + "\n"));
    }
}
