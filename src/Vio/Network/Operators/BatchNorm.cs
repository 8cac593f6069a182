namespace XrNpe.Vio;

/// <summary>Batch normalization with its running statistics, or any other scale and shift by channel, the first axis.</summary>
/// <param name="Scale">By channel.</param>
/// <param name="Shift">By channel.</param>
public sealed record BatchNorm(double[] Scale, double[] Shift) : Operator
{
    /// <inheritdoc/>
    public override string Description => $"BatchNorm {Scale.Length}";

    /// <inheritdoc/>
    public override long Parameters => Scale.Length + Shift.Length;

    /// <summary>From what a state dict holds: γ·(x − μ)/√(σ² + ε) + β.</summary>
    /// <param name="gamma">γ; learnt.</param>
    /// <param name="beta">β; learnt.</param>
    /// <param name="mean">Running mean μ.</param>
    /// <param name="variance">Running variance σ².</param>
    /// <param name="epsilon">ε; 1e-5 in PyTorch and in ONNX.</param>
    public static BatchNorm Of(double[] gamma, double[] beta, double[] mean, double[] variance, double epsilon = 1e-5)
    {
        double[] scale = new double[gamma.Length], shift = new double[gamma.Length];
        for (int channel = 0; channel < scale.Length; channel++)
        {
            scale[channel] = gamma[channel] / Math.Sqrt(variance[channel] + epsilon);
            shift[channel] = beta[channel] - (mean[channel] * scale[channel]);
        }

        return new BatchNorm(scale, shift);
    }

    /// <inheritdoc/>
    public override int[] OutputShape(IReadOnlyList<int[]> inputs)
    {
        int[] input = Single(inputs);
        return input.Length > 0 && input[0] == Scale.Length ? input : throw new ShapeException($"its first axis must have {Scale.Length} channels");
    }

    /// <inheritdoc/>
    public override RealTensor Evaluate(IReadOnlyList<RealTensor> inputs)
    {
        RealTensor input = Single(inputs);
        int inner = RealTensor.Inner(input.Shape);
        double[] result = new double[input.Data.Length];
        for (int i = 0; i < result.Length; i++) result[i] = (input.Data[i] * Scale[i / inner]) + Shift[i / inner];
        return input with { Data = result };
    }
}
