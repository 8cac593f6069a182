using System.Numerics.Tensors;

namespace XrNpe.Arith;

/// <summary>
/// Matrix multiply of the engine's number types, codes to codes: every element is the exact dot product rounded once, whatever
/// the blocking, the number of threads or the processor.
/// </summary>
public static class Gemm
{
    /// <summary>C = A·B.</summary>
    /// <typeparam name="T"><see cref="Fp4"/>, <see cref="Posit4"/>, <see cref="Posit8"/> or <see cref="Posit16"/>.</typeparam>
    /// <param name="a">A, m×k.</param>
    /// <param name="b">B, k×n.</param>
    /// <param name="c">C, m×n; must not overlap A or B.</param>
    /// <param name="threads">Threads to use at most.</param>
    /// <exception cref="ArgumentException">The shapes do not fit; the message names them.</exception>
    public static void Multiply<T>(ReadOnlyMatrix<T> a, ReadOnlyMatrix<T> b, Matrix<T> c, int threads = 1)
        where T : unmanaged => Multiply(a, b, c, threads, LaneWidth.Widest);

    /// <summary>C = A·B over tensor spans of rank 2 with any strides.</summary>
    /// <inheritdoc cref="Multiply{T}(ReadOnlyMatrix{T}, ReadOnlyMatrix{T}, Matrix{T}, int)"/>
    public static void Multiply<T>(in ReadOnlyTensorSpan<T> a, in ReadOnlyTensorSpan<T> b, in TensorSpan<T> c, int threads = 1)
        where T : unmanaged => Multiply(MatrixLayout.From(a), MatrixLayout.From(b), MatrixLayout.From(c), threads);

    /// <summary>The same with the widest vectors to use, so that narrower processors can be tested on wider ones.</summary>
    internal static unsafe void Multiply<T>(ReadOnlyMatrix<T> a, ReadOnlyMatrix<T> b, Matrix<T> c, int threads, LaneWidth width)
        where T : unmanaged
    {
        NumberFormat format = NumberTypes.FormatOf<T>();
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        if (a.Columns != b.Rows || c.Rows != a.Rows || c.Columns != b.Columns)
        {
            throw new ArgumentException(
                $"A is {a.Rows}×{a.Columns}, B is {b.Rows}×{b.Columns} and C is {c.Rows}×{c.Columns}: A's columns must be B's rows, and C A's rows by B's columns");
        }

        if (c.Rows == 0 || c.Columns == 0) return;
        fixed (T* aData = a.Data, bData = b.Data, cData = c.Data)
        {
            bool wide = sizeof(T) == 2;
            var rows = new CodeMatrix(aData, wide, a.Rows, a.Columns, a.RowStride, a.ColumnStride);
            var columns = new CodeMatrix(bData, wide, b.Columns, b.Rows, b.ColumnStride, b.RowStride);
            NaRVectors nar = format switch
            {
                NumberFormat.Fp4 => SmallGemm.Run(format, rows, columns, new CodeSink<SumToFp4>((byte*)cData, c.RowStride, c.ColumnStride), threads, width),
                NumberFormat.P4 => SmallGemm.Run(format, rows, columns, new CodeSink<SumToPosit4>((byte*)cData, c.RowStride, c.ColumnStride), threads, width),
                NumberFormat.P8 => SmallGemm.Run(format, rows, columns, new CodeSink<SumToPosit8>((byte*)cData, c.RowStride, c.ColumnStride), threads, width),
                _ => WideGemm.Run(rows, columns, (ushort*)cData, c.RowStride, c.ColumnStride, threads, width),
            };
            if (!nar.IsEmpty) Poison(format, nar, c);
        }
    }

    private static unsafe void Poison<T>(NumberFormat format, NaRVectors nar, Matrix<T> c)
        where T : unmanaged
    {
        uint code = FormatInfo.Of(format).NaRCode;
        T value = *(T*)&code; // little-endian: the low byte or two
        for (int row = 0; row < c.Rows; row++)
        {
            for (int column = 0; column < c.Columns; column++)
            {
                if (nar[row, column]) c[row, column] = value;
            }
        }
    }
}
