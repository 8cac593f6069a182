namespace XrNpe.Vio;

/// <summary>PReLU: x for x ≥ 0, else slope · x, with a slope for each channel. The output units have one slope; this one stays on the host.</summary>
/// <param name="Slopes">The slopes, stretched over the value as numpy does: (channels, 1, 1) over an image.</param>
public sealed record ChannelRectifier(RealTensor Slopes) : Operator
{
    /// <inheritdoc/>
    public override string Description => $"PReLU {Slopes.Data.Length}";

    /// <inheritdoc/>
    public override long Parameters => Slopes.Data.Length;

    /// <inheritdoc/>
    public override int[] OutputShape(IReadOnlyList<int[]> inputs)
    {
        int[] input = Single(inputs);
        bool fits = Broadcasting.Shape(Slopes.Shape, input) is { } shape && shape.SequenceEqual(input);
        return fits ? input : throw new ShapeException($"slopes of shape {Network.Text(Slopes.Shape)} do not stretch over it");
    }

    /// <inheritdoc/>
    public override RealTensor Evaluate(IReadOnlyList<RealTensor> inputs)
    {
        RealTensor input = Single(inputs);
        int[] slopes = Broadcasting.Indices(Slopes.Shape, input.Shape);
        return input with { Data = [.. input.Data.Zip(slopes, (x, slope) => x < 0 ? x * Slopes.Data[slope] : x)] };
    }
}
