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

    /// <summary>Unpacks an operand; its codes fit 16 bits.</summary>
    public static ushort[] ReadOperand(MemoryImage memory, in MatrixExtent matrix, NumberFormat format, int columns) =>
        Array.ConvertAll(ReadRows(memory, matrix, format, columns), code => (ushort)code);

    /// <summary>Packs codes, row-major, <paramref name="columns"/> a row, into the rows; pad lanes become 0 and the gaps between rows stay as they are.</summary>
    public static void WriteRows(MemoryImage memory, in MatrixExtent matrix, NumberFormat format, int columns, ReadOnlySpan<uint> codes)
    {
        for (int row = 0; row < matrix.Rows; row++)
        {
            PackedRow.Pack(format, codes.Slice(row * columns, columns), Row(memory, matrix, row));
        }
    }

    private static Span<byte> Row(MemoryImage memory, in MatrixExtent matrix, int row) =>
        memory.Slice(matrix.Base + ((ulong)row * matrix.Stride), matrix.RowBytes);
}
