namespace XrNpe.Vio;

/// <summary>Batch normalization with its running statistics, or any other scale and shift by channel.</summary>
/// <param name="Scale">By channel.</param>
/// <param name="Shift">By channel.</param>
/// <param name="Axis">The axis of the channels.</param>
public sealed record BatchNorm(double[] Scale, double[] Shift, int Axis = 0) : Operator
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
        return Axis < input.Length && input[Axis] == Scale.Length ? input : throw new ShapeException($"its axis {Axis} must have {Scale.Length} channels");
    }

    /// <inheritdoc/>
    public override RealTensor Evaluate(IReadOnlyList<RealTensor> inputs)
    {
        RealTensor input = Single(inputs);
        int inner = RealTensor.Count([.. input.Shape.Skip(Axis + 1)]);
        double[] result = new double[input.Data.Length];
        for (int start = 0; start < result.Length; start += inner)
        {
            int channel = start / inner % Scale.Length;
            for (int i = start; i < start + inner; i++) result[i] = (input.Data[i] * Scale[channel]) + Shift[channel];
        }

        return input with { Data = result };
    }
}
