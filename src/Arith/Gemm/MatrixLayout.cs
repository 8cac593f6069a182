using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace XrNpe.Arith;

/// <summary>What every view of a matrix must satisfy.</summary>
internal static class MatrixLayout
{
    public static void Check(int length, int rows, int columns, int rowStride, int columnStride)
    {
        if (rows < 0 || columns < 0 || rowStride < 0 || columnStride < 0)
        {
            throw new ArgumentException($"a matrix of {rows}×{columns} with strides {rowStride} and {columnStride}: none may be negative");
        }

        if (rows == 0 || columns == 0) return;
        long needed = ((long)(rows - 1) * rowStride) + ((long)(columns - 1) * columnStride) + 1;
        if (length < needed)
        {
            throw new ArgumentException($"a matrix of {rows}×{columns} with strides {rowStride} and {columnStride} needs {needed} elements, the span has {length}");
        }
    }

    /// <summary>A view of a tensor span of rank 2.</summary>
    /// <exception cref="ArgumentException">The rank is not 2.</exception>
    public static ReadOnlyMatrix<T> From<T>(in ReadOnlyTensorSpan<T> tensor)
    {
        (int rows, int columns, int rowStride, int columnStride, int length) = Of(tensor.Lengths, tensor.Strides);
        ReadOnlySpan<T> data = length == 0 ? default : MemoryMarshal.CreateReadOnlySpan(in tensor.GetPinnableReference(), length);
        return new ReadOnlyMatrix<T>(data, rows, columns, rowStride, columnStride);
    }

    /// <summary>A view of a tensor span of rank 2.</summary>
    /// <exception cref="ArgumentException">The rank is not 2.</exception>
    public static Matrix<T> From<T>(in TensorSpan<T> tensor)
    {
        (int rows, int columns, int rowStride, int columnStride, int length) = Of(tensor.Lengths, tensor.Strides);
        Span<T> data = length == 0 ? default : MemoryMarshal.CreateSpan(ref tensor.GetPinnableReference(), length);
        return new Matrix<T>(data, rows, columns, rowStride, columnStride);
    }

    /// <summary>Rows, columns, strides and the elements from first to last of a tensor of rank 2.</summary>
    private static (int Rows, int Columns, int RowStride, int ColumnStride, int Length) Of(ReadOnlySpan<nint> lengths, ReadOnlySpan<nint> strides)
    {
        if (lengths.Length != 2) throw new ArgumentException($"a tensor of rank {lengths.Length}: a matrix has rank 2");
        bool isEmpty = lengths[0] == 0 || lengths[1] == 0;
        nint length = isEmpty ? 0 : ((lengths[0] - 1) * strides[0]) + ((lengths[1] - 1) * strides[1]) + 1;
        return checked(((int)lengths[0], (int)lengths[1], (int)strides[0], (int)strides[1], (int)length));
    }
}
