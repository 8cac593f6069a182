using System.Numerics.Tensors;

namespace XrNpe.Vio;

/// <summary>A linear layer over the last axis, as PyTorch's Linear.</summary>
/// <param name="Weights">Outputs × inputs, row-major.</param>
/// <param name="Outputs">Features that it gives.</param>
/// <param name="Features">Features that it takes.</param>
/// <param name="Bias">By output; null for none.</param>
public sealed record Linear(double[] Weights, int Outputs, int Features, double[]? Bias = null) : Operator
{
    /// <inheritdoc/>
    public override string Description => $"linear {Features} → {Outputs}";

    /// <inheritdoc/>
    public override long Parameters => Weights.Length + (Bias?.Length ?? 0);

    /// <inheritdoc/>
    public override int[] OutputShape(IReadOnlyList<int[]> inputs)
    {
        int[] input = Single(inputs);
        if (input.Length == 0 || input[^1] != Features)
        {
            throw new ShapeException($"its last axis must have {Features} features, as the weights {Network.Text([Outputs, Features])} have");
        }

        return [.. input[..^1], Outputs];
    }

    /// <inheritdoc/>
    public override RealTensor Evaluate(IReadOnlyList<RealTensor> inputs)
    {
        RealTensor input = Single(inputs);
        int[] shape = OutputShape([input.Shape]);
        double[] result = new double[RealTensor.Count(shape)];
        for (int i = 0; i < result.Length; i++)
        {
            (int row, int output) = Math.DivRem(i, Outputs);
            result[i] = (Bias?[output] ?? 0) + TensorPrimitives.Dot<double>(Weights.AsSpan(output * Features, Features), input.Data.AsSpan(row * Features, Features));
        }

        return new RealTensor(shape, result);
    }
}
