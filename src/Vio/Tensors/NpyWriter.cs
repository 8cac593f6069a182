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
        using BinaryWriter writer = Start(stream, single ? "<f4" : "<f8", shape);
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
        int size = bits <= 8 ? 1 : bits / 8;
        using BinaryWriter writer = Start(stream, size == 1 ? "|u1" : $"<u{size}", shape);
        foreach (ulong code in codes)
        {
            switch (size)
            {
                case 1: writer.Write((byte)code); break;
                case 2: writer.Write((ushort)code); break;
                case 4: writer.Write((uint)code); break;
                default: writer.Write(code); break;
            }
        }
    }

    private static BinaryWriter Start(Stream stream, string descriptor, IReadOnlyList<int> shape)
    {
        const int Fixed = 10; // bytes of magic, version and length
        string header = $"{{'descr': '{descriptor}', 'fortran_order': False, 'shape': {NumericTensor.ShapeText(shape)}, }}";
        int unpadded = Fixed + header.Length + 1;
        int padding = (Alignment - (unpadded % Alignment)) % Alignment;

        var writer = new BinaryWriter(stream, Encoding.Latin1, leaveOpen: true);
        writer.Write(NpyReader.Magic);
        writer.Write([1, 0]);
        writer.Write((ushort)(header.Length + padding + 1));
        writer.Write(Encoding.Latin1.GetBytes(header + new string(' ', padding) + "\n"));
        return writer;
    }
}
