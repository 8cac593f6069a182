using static System.Buffers.Binary.BinaryPrimitives;

namespace XrNpe.Vio;

/// <summary>Bytes to elements, for every element type and byte order.</summary>
internal static class ElementCodec
{
    /// <summary>Bytes of one element.</summary>
    public static int Size(ElementType type) => type switch
    {
        ElementType.I8 or ElementType.U8 => 1,
        ElementType.F16 or ElementType.BF16 or ElementType.I16 or ElementType.U16 => 2,
        ElementType.F32 or ElementType.I32 or ElementType.U32 => 4,
        _ => 8,
    };

    /// <summary>True for the types that hold values; the others hold codes.</summary>
    public static bool IsFloat(ElementType type) => type is ElementType.F16 or ElementType.BF16 or ElementType.F32 or ElementType.F64;

    /// <summary>Bytes of a tensor; null when they are more than any file has.</summary>
    public static long? Bytes(ElementType type, IReadOnlyList<int> shape)
    {
        // A zero makes the product empty, however large it would be on the way there.
        if (shape.Contains(0)) return 0;
        Int128 bytes = Size(type);
        foreach (int dimension in shape)
        {
            bytes *= dimension;
            if (bytes > long.MaxValue) return null;
        }

        return (long)bytes;
    }

    /// <summary>What <see cref="Bytes"/> says, in words.</summary>
    public static string BytesText(long? bytes) => bytes is { } known ? $"{known} bytes" : "more bytes than any file has";

    /// <summary>Reads a float of any type: exact in a double.</summary>
    public static double Float(ElementType type, ReadOnlySpan<byte> bytes, bool bigEndian) => type switch
    {
        ElementType.F16 => (double)BitConverter.UInt16BitsToHalf((ushort)Bits(bytes[..2], bigEndian)),
        ElementType.BF16 => BitConverter.UInt32BitsToSingle((uint)Bits(bytes[..2], bigEndian) << 16),
        ElementType.F32 => BitConverter.UInt32BitsToSingle((uint)Bits(bytes[..4], bigEndian)),
        ElementType.F64 => BitConverter.UInt64BitsToDouble(Bits(bytes[..8], bigEndian)),
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "not a float type"),
    };

    /// <summary>Reads an integer of any type; the 64 bits of an unsigned one stand as they are.</summary>
    public static long Integer(ElementType type, ReadOnlySpan<byte> bytes, bool bigEndian)
    {
        long bits = (long)Bits(bytes[..Size(type)], bigEndian);
        return type switch
        {
            ElementType.I8 => (sbyte)bits,
            ElementType.I16 => (short)bits,
            ElementType.I32 => (int)bits,
            _ => bits,
        };
    }

    /// <summary>The tensor in <paramref name="data"/>, elements in file order.</summary>
    public static NumericTensor Read(string source, int[] shape, ElementType type, ReadOnlySpan<byte> data, bool bigEndian)
    {
        int size = Size(type);
        int count = data.Length / size;
        if (IsFloat(type))
        {
            double[] values = new double[count];
            for (int i = 0; i < count; i++) values[i] = Float(type, data[(i * size)..], bigEndian);
            return NumericTensor.OfValues(source, shape, values);
        }

        long[] codes = new long[count];
        for (int i = 0; i < count; i++) codes[i] = Integer(type, data[(i * size)..], bigEndian);
        return NumericTensor.OfIntegers(source, shape, codes, type == ElementType.U64);
    }

    private static ulong Bits(ReadOnlySpan<byte> bytes, bool bigEndian) => bytes.Length switch
    {
        1 => bytes[0],
        2 => bigEndian ? ReadUInt16BigEndian(bytes) : ReadUInt16LittleEndian(bytes),
        4 => bigEndian ? ReadUInt32BigEndian(bytes) : ReadUInt32LittleEndian(bytes),
        _ => bigEndian ? ReadUInt64BigEndian(bytes) : ReadUInt64LittleEndian(bytes),
    };
}
