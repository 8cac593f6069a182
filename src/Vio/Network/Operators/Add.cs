namespace XrNpe.Vio;

/// <summary>The sum of two values of the same shape.</summary>
public sealed record Add : Operator
{
    /// <inheritdoc/>
    public override string Description => "add";

    /// <inheritdoc/>
    public override int[] OutputShape(IReadOnlyList<int[]> inputs)
    {
        (int[] first, int[] second) = Pair(inputs);
        return first.SequenceEqual(second) ? first : throw new ShapeException("the shapes must be the same");
    }

    /// <inheritdoc/>
    public override RealTensor Evaluate(IReadOnlyList<RealTensor> inputs)
    {
        (RealTensor first, RealTensor second) = Pair(inputs);
        return first with { Data = [.. first.Data.Zip(second.Data, (a, b) => a + b)] };
    }
}
