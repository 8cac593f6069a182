using XrNpe.Arith;

namespace XrNpe.Coproc;

/// <summary>Matrices of codes to and from packed rows in memory. The extents must lie in the memory.</summary>
internal static class MatrixMemory
{
    /// <summary>Unpacks <paramref name="columns"/> codes of every row, row-major.</summary>
    public static uint[] ReadRows(MemoryImage memory, in MatrixExtent matrix, NumberFormat format, int columns)
    {
        uint[] codes = new uint[checked((int)matrix.Rows * columns)];
        for (int row = 0; row < matrix.Rows; row++)
        {
            PackedRow.Unpack(format, Row(memory, matrix, row), codes.AsSpan(row * columns, columns));
        }

        return codes;
    }

    /// <summary>Packs codes, row-major, <paramref name="columns"/> a row, into the rows; pad lanes become 0 and the gaps between rows stay as they are.</summary>
    public static void WriteRows(MemoryImage memory, in MatrixExtent matrix, NumberFormat format, int columns, ReadOnlySpan<uint> codes)
    {
        for (int row = 0; row < matrix.Rows; row++)
        {
            PackedRow.Pack(format, codes.Slice(row * columns, columns), Row(memory, matrix, row));
        }
    }

    /// <summary>Unpacks an operand, whose codes fit 16 bits.</summary>
    /// <param name="memory">The memory.</param>
    /// <param name="matrix">Where the operand stands.</param>
    /// <param name="format">Its format.</param>
    /// <param name="pixels">Pixels of a row, each of which starts on a word; 1 for a matrix.</param>
    /// <param name="channels">Codes of a pixel; of a row for a matrix.</param>
    public static ushort[] ReadOperand(MemoryImage memory, in MatrixExtent matrix, NumberFormat format, int pixels, int channels)
    {
        ushort[] codes = new ushort[checked((int)matrix.Rows * pixels * channels)];
        uint[] pixel = new uint[channels];
        int pixelBytes = (int)PackedRow.Bytes(format, channels);
        int next = 0;
        for (int row = 0; row < matrix.Rows; row++)
        {
            Span<byte> packed = Row(memory, matrix, row);
            for (int x = 0; x < pixels; x++)
            {
                PackedRow.Unpack(format, packed.Slice(x * pixelBytes, pixelBytes), pixel);
                foreach (uint code in pixel) codes[next++] = (ushort)code;
            }
        }

        return codes;
    }

    /// <summary>Packs an operand; the pad lanes of every pixel become 0.</summary>
    /// <inheritdoc cref="ReadOperand"/>
    public static void WriteOperand(MemoryImage memory, in MatrixExtent matrix, NumberFormat format, int pixels, int channels, ReadOnlySpan<ushort> codes)
    {
        uint[] pixel = new uint[channels];
        int pixelBytes = (int)PackedRow.Bytes(format, channels);
        int next = 0;
        for (int row = 0; row < matrix.Rows; row++)
        {
            Span<byte> packed = Row(memory, matrix, row);
            for (int x = 0; x < pixels; x++)
            {
                for (int channel = 0; channel < channels; channel++) pixel[channel] = codes[next++];
                PackedRow.Pack(format, pixel, packed.Slice(x * pixelBytes, pixelBytes));
            }
        }
    }

    private static Span<byte> Row(MemoryImage memory, in MatrixExtent matrix, int row) =>
        memory.Slice(matrix.Base + ((ulong)row * matrix.Stride), matrix.RowBytes);
}
