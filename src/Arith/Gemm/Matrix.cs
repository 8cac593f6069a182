namespace XrNpe.Arith;

/// <summary>A matrix in memory.</summary>
/// <typeparam name="T">Element type.</typeparam>
public readonly ref struct Matrix<T>
{
    /// <inheritdoc cref="ReadOnlyMatrix{T}(ReadOnlySpan{T}, int, int, int, int)"/>
    public Matrix(Span<T> data, int rows, int columns, int rowStride, int columnStride)
    {
        MatrixLayout.Check(data.Length, rows, columns, rowStride, columnStride);
        Data = data;
        Rows = rows;
        Columns = columns;
        RowStride = rowStride;
        ColumnStride = columnStride;
    }

    /// <inheritdoc cref="ReadOnlyMatrix{T}(ReadOnlySpan{T}, int, int)"/>
    public Matrix(Span<T> data, int rows, int columns)
        : this(data, rows, columns, columns, 1)
    {
    }

    /// <summary>The elements.</summary>
    public Span<T> Data { get; }

    /// <summary>Rows.</summary>
    public int Rows { get; }

    /// <summary>Columns.</summary>
    public int Columns { get; }

    /// <summary>Elements from row to row.</summary>
    public int RowStride { get; }

    /// <summary>Elements from column to column.</summary>
    public int ColumnStride { get; }

    /// <summary>An element.</summary>
    public ref T this[int row, int column] => ref Data[(row * RowStride) + (column * ColumnStride)];
}
