namespace XrNpe.Vio;

/// <summary>The same elements in the same order, in another shape; a flatten when that has one axis.</summary>
/// <param name="Shape">The new shape, without the batch; one −1 is what is left.</param>
public sealed record Reshape(int[] Shape) : Operator
{
    /// <summary>To a vector.</summary>
    public static Reshape Flatten { get; } = new([-1]);

    /// <inheritdoc/>
    public override string Description => Shape is [-1] ? "flatten" : $"reshape to {Network.Text(Shape)}";

    /// <inheritdoc/>
    public override int[] OutputShape(IReadOnlyList<int[]> inputs)
    {
        int count = RealTensor.Count(Single(inputs));
        int known = RealTensor.Count([.. Shape.Where(length => length != -1)]);
        int[] shape = [.. Shape.Select(length => length == -1 ? count / Math.Max(known, 1) : length)];
        return RealTensor.Count(shape) == count ? shape : throw new ShapeException($"{count} elements do not make {Network.Text(Shape)}");
    }

    /// <inheritdoc/>
    public override RealTensor Evaluate(IReadOnlyList<RealTensor> inputs) => Single(inputs) with { Shape = OutputShape([inputs[0].Shape]) };
}
