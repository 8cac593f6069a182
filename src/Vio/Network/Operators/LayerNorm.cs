namespace XrNpe.Vio;

/// <summary>Layer normalization: over the last axes the mean becomes 0 and the variance 1, then each place is scaled and shifted.</summary>
/// <param name="Axes">Lengths of the axes that are normalized together: (features) for rows of features.</param>
/// <param name="Scale">For each place of these axes.</param>
/// <param name="Shift">For each place of these axes.</param>
/// <param name="Epsilon">What is added to the variance; 1e-5 in PyTorch and in ONNX.</param>
public sealed record LayerNorm(int[] Axes, double[] Scale, double[] Shift, double Epsilon = 1e-5) : Operator
{
    /// <inheritdoc/>
    public override string Description => $"LayerNorm {Network.Text(Axes)}";

    /// <inheritdoc/>
    public override long Parameters => Scale.Length + Shift.Length;

    /// <inheritdoc/>
    public override int[] OutputShape(IReadOnlyList<int[]> inputs)
    {
        int[] input = Single(inputs);
        bool fits = input.Length >= Axes.Length && input.AsSpan(input.Length - Axes.Length).SequenceEqual(Axes);
        return fits ? input : throw new ShapeException($"its last axes must be {Network.Text(Axes)}");
    }

    /// <inheritdoc/>
    public override RealTensor Evaluate(IReadOnlyList<RealTensor> inputs)
    {
        RealTensor input = Single(inputs);
        double[] result = new double[input.Data.Length];
        for (int start = 0; start < result.Length; start += Scale.Length)
        {
            ReadOnlySpan<double> row = input.Data.AsSpan(start, Scale.Length);
            double mean = 0, variance = 0;
            foreach (double x in row) mean += x / row.Length;
            foreach (double x in row) variance += (x - mean) * (x - mean) / row.Length;
            double root = Math.Sqrt(variance + Epsilon);
            for (int i = 0; i < row.Length; i++) result[start + i] = ((row[i] - mean) / root * Scale[i]) + Shift[i];
        }

        return input with { Data = result };
    }
}
