namespace XrNpe.Vio;

/// <summary>exp(x) over the sum of all exp(x) along an axis.</summary>
/// <param name="Axis">The axis; −1 is the last.</param>
public sealed record Softmax(int Axis = -1) : Operator
{
    /// <inheritdoc/>
    public override string Description => $"softmax along axis {Axis}";

    /// <inheritdoc/>
    public override int[] OutputShape(IReadOnlyList<int[]> inputs)
    {
        int[] input = Single(inputs);
        return Axis >= -input.Length && Axis < input.Length ? input : throw new ShapeException($"there is no axis {Axis}");
    }

    /// <inheritdoc/>
    public override RealTensor Evaluate(IReadOnlyList<RealTensor> inputs)
    {
        RealTensor input = Single(inputs);
        int axis = Axis < 0 ? Axis + input.Shape.Length : Axis;
        int length = input.Shape[axis];
        int step = RealTensor.Count([.. input.Shape.Skip(axis + 1)]);
        double[] result = new double[input.Data.Length];
        for (int line = 0; line < result.Length / length; line++)
        {
            int start = ((line / step) * step * length) + (line % step);
            double largest = double.NegativeInfinity, sum = 0;
            for (int i = 0; i < length; i++) largest = Math.Max(largest, input.Data[start + (i * step)]);
            for (int i = 0; i < length; i++) sum += result[start + (i * step)] = Math.Exp(input.Data[start + (i * step)] - largest);
            for (int i = 0; i < length; i++) result[start + (i * step)] /= sum;
        }

        return input with { Data = result };
    }
}
