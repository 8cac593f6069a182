using System.Numerics.Tensors;

namespace XrNpe.Arith.Tests;

public class TensorGemmTests
{
    [Fact]
    public void Tensor_spans_of_any_strides_multiply_as_spans_do()
    {
        const int M = 5, K = 17, N = 9, RowGap = 3;
        var random = new Random(4);
        Posit8[] a = [.. Enumerable.Range(0, M * (K + RowGap)).Select(_ => (Posit8)(random.NextDouble() - 0.5))];
        Posit8[] b = [.. Enumerable.Range(0, K * N).Select(_ => (Posit8)(random.NextDouble() - 0.5))];
        var expected = new Posit8[M * N];
        Gemm.Multiply(new ReadOnlyMatrix<Posit8>(a, M, K, K + RowGap, 1), new ReadOnlyMatrix<Posit8>(b, N, K).Transpose(), new Matrix<Posit8>(expected, M, N));

        var actual = new Posit8[M * N];
        Gemm.Multiply(
            new ReadOnlyTensorSpan<Posit8>(a, [M, K], [K + RowGap, 1]),
            new ReadOnlyTensorSpan<Posit8>(b, [K, N], [1, K]),
            new TensorSpan<Posit8>(actual, [M, N], default));
        Assert.Equal(expected, actual);
    }

    [Fact]
    public void A_tensor_that_is_no_matrix_is_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => Gemm.Multiply(
            new ReadOnlyTensorSpan<Posit8>(new Posit8[8], [2, 2, 2], default), new ReadOnlyTensorSpan<Posit8>(new Posit8[4], [2, 2], default), new TensorSpan<Posit8>(new Posit8[4], [2, 2], default)));
        Assert.Contains("rank 3", error.Message, StringComparison.Ordinal);
    }
}
