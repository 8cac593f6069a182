namespace XrNpe.Vio;

/// <summary>The product of two values over their last two axes, (…, M, K) × (…, K, N); leading axes must be the same.</summary>
public sealed record MatrixProduct : Operator
{
    /// <inheritdoc/>
    public override string Description => "matmul";

    /// <inheritdoc/>
    public override int[] OutputShape(IReadOnlyList<int[]> inputs)
    {
        (int[] a, int[] b) = Pair(inputs);
        if (a.Length < 2 || a.Length != b.Length) throw new ShapeException("both must have the same number of axes, two or more");
        if (!a.AsSpan(..^2).SequenceEqual(b.AsSpan(..^2))) throw new ShapeException("the axes before the last two must be the same");
        if (a[^1] != b[^2]) throw new ShapeException($"the first has {a[^1]} columns, the second {b[^2]} rows");
        return [.. a[..^1], b[^1]];
    }

    /// <inheritdoc/>
    public override RealTensor Evaluate(IReadOnlyList<RealTensor> inputs)
    {
        (RealTensor a, RealTensor b) = Pair(inputs);
        int[] shape = OutputShape([a.Shape, b.Shape]);
        int m = shape[^2], n = shape[^1], k = a.Shape[^1];
        double[] result = new double[RealTensor.Count(shape)];
        for (int i = 0; i < result.Length; i++)
        {
            (int row, int column) = Math.DivRem(i, n);
            int product = row / m;
            for (int term = 0; term < k; term++) result[i] += a.Data[(row * k) + term] * b.Data[(((product * k) + term) * n) + column];
        }

        return new RealTensor(shape, result);
    }
}
