namespace XrNpe.Vio;

/// <summary>The mean of each channel: (channels, height, width) to (channels, 1, 1), or to a vector of channels.</summary>
/// <param name="KeepsAxes">The axes stay, with length 1.</param>
public sealed record GlobalAveragePool(bool KeepsAxes = false) : Operator
{
    /// <inheritdoc/>
    public override string Description => "average pool";

    /// <inheritdoc/>
    public override int[] OutputShape(IReadOnlyList<int[]> inputs)
    {
        int[] input = Single(inputs);
        if (input.Length < 2) throw new ShapeException("there is nothing to average: a pool takes (channels, height, width) or (channels, samples)");
        return KeepsAxes ? [input[0], .. Enumerable.Repeat(1, input.Length - 1)] : [input[0]];
    }

    /// <inheritdoc/>
    public override RealTensor Evaluate(IReadOnlyList<RealTensor> inputs)
    {
        RealTensor input = Single(inputs);
        int inner = RealTensor.Inner(input.Shape);
        double[] result = new double[input.Shape[0]];
        for (int channel = 0; channel < result.Length; channel++)
        {
            double sum = 0;
            foreach (double x in input.Data.AsSpan(channel * inner, inner)) sum += x;
            result[channel] = sum / inner;
        }

        return new RealTensor(OutputShape([input.Shape]), result);
    }
}
