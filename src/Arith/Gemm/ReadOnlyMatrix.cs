namespace XrNpe.Arith;

/// <summary>A matrix in memory, read only: rows and columns at any distance from each other.</summary>
/// <typeparam name="T">Element type.</typeparam>
public readonly ref struct ReadOnlyMatrix<T>
{
    /// <summary>A view of <paramref name="data"/>.</summary>
    /// <param name="data">The elements; the first is element (0, 0).</param>
    /// <param name="rows">Rows.</param>
    /// <param name="columns">Columns.</param>
    /// <param name="rowStride">Elements from row to row.</param>
    /// <param name="columnStride">Elements from column to column.</param>
    /// <exception cref="ArgumentException">A dimension or stride is negative, or the data is too short; the message gives both lengths.</exception>
    public ReadOnlyMatrix(ReadOnlySpan<T> data, int rows, int columns, int rowStride, int columnStride)
    {
        MatrixLayout.Check(data.Length, rows, columns, rowStride, columnStride);
        Data = data;
        Rows = rows;
        Columns = columns;
        RowStride = rowStride;
        ColumnStride = columnStride;
    }

    /// <summary>A view of a row-major matrix without gaps.</summary>
    /// <inheritdoc cref="ReadOnlyMatrix{T}(ReadOnlySpan{T}, int, int, int, int)"/>
    public ReadOnlyMatrix(ReadOnlySpan<T> data, int rows, int columns)
        : this(data, rows, columns, columns, 1)
    {
    }

    /// <summary>The elements.</summary>
    public ReadOnlySpan<T> Data { get; }

    /// <summary>Rows.</summary>
    public int Rows { get; }

    /// <summary>Columns.</summary>
    public int Columns { get; }

    /// <summary>Elements from row to row.</summary>
    public int RowStride { get; }

    /// <summary>Elements from column to column.</summary>
    public int ColumnStride { get; }

    /// <summary>The same elements with rows and columns exchanged.</summary>
    public ReadOnlyMatrix<T> Transpose() => new(Data, Columns, Rows, ColumnStride, RowStride);
}
