namespace XrNpe.Vio;

/// <summary>
/// Two values element by element. As in numpy the shapes are aligned at the last axis, and an axis of 1 repeats: (8, 6, 6) times (8, 1, 1) scales each
/// channel.
/// </summary>
/// <param name="Kind">What is done.</param>
public sealed record Arithmetic(ArithmeticKind Kind) : Operator
{
    /// <inheritdoc/>
    public override string Description => Kind switch
    {
        ArithmeticKind.Add => "add",
        ArithmeticKind.Subtract => "subtract",
        ArithmeticKind.Multiply => "multiply",
        _ => "divide",
    };

    /// <inheritdoc/>
    public override int[] OutputShape(IReadOnlyList<int[]> inputs)
    {
        (int[] first, int[] second) = Pair(inputs);
        return Broadcasting.Shape(first, second) ?? throw new ShapeException("axes, counted from the last, must have the same length, or one of them 1");
    }

    /// <inheritdoc/>
    public override RealTensor Evaluate(IReadOnlyList<RealTensor> inputs)
    {
        (RealTensor a, RealTensor b) = Pair(inputs);
        int[] shape = OutputShape([a.Shape, b.Shape]);
        int[] first = Broadcasting.Indices(a.Shape, shape), second = Broadcasting.Indices(b.Shape, shape);
        return new RealTensor(shape, [.. first.Zip(second, (i, j) => Of(a.Data[i], b.Data[j]))]);
    }

    private double Of(double a, double b) => Kind switch
    {
        ArithmeticKind.Add => a + b,
        ArithmeticKind.Subtract => a - b,
        ArithmeticKind.Multiply => a * b,
        _ => a / b,
    };
}
