namespace XrNpe.Vio;

/// <summary>Values one behind the other along an axis.</summary>
/// <param name="Axis">The axis.</param>
public sealed record Concat(int Axis = 0) : Operator
{
    /// <inheritdoc/>
    public override string Description => $"concat along axis {Axis}";

    /// <inheritdoc/>
    public override int[] OutputShape(IReadOnlyList<int[]> inputs)
    {
        if (inputs.Count == 0) throw new ShapeException("there is nothing to concatenate");
        int[] first = inputs[0];
        if (Axis < 0 || Axis >= first.Length) throw new ShapeException($"there is no axis {Axis}");
        foreach (int[] other in inputs)
        {
            bool fits = other.Length == first.Length && Enumerable.Range(0, first.Length).All(axis => axis == Axis || other[axis] == first[axis]);
            if (!fits) throw new ShapeException($"{Network.Text(first)} and {Network.Text(other)} differ in another axis than {Axis}");
        }

        int[] shape = [.. first];
        shape[Axis] = inputs.Sum(input => input[Axis]);
        return shape;
    }

    /// <inheritdoc/>
    public override RealTensor Evaluate(IReadOnlyList<RealTensor> inputs)
    {
        int[] shape = OutputShape([.. inputs.Select(input => input.Shape)]);
        return new RealTensor(shape, Join(inputs.Select(input => (input.Shape, input.Data)), Axis, shape));
    }

    /// <summary>The elements of values, one behind the other along an axis.</summary>
    internal static T[] Join<T>(IEnumerable<(int[] Shape, T[] Data)> inputs, int axis, int[] shape)
    {
        var result = new T[RealTensor.Count(shape)];
        int step = RealTensor.Count([.. shape.Skip(axis)]);
        int start = 0;
        foreach ((int[] part, T[] data) in inputs)
        {
            int run = RealTensor.Count([.. part.Skip(axis)]);
            for (int outer = 0; outer * run < data.Length; outer++) data.AsSpan(outer * run, run).CopyTo(result.AsSpan((outer * step) + start));
            start += run;
        }

        return result;
    }
}
