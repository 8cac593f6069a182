namespace XrNpe.Vio;

/// <summary>Axes in another order.</summary>
/// <param name="Axes">Which axis of the input each axis of the result is.</param>
public sealed record Transpose(int[] Axes) : Operator
{
    /// <inheritdoc/>
    public override string Description => $"transpose to {Network.Text(Axes)}";

    /// <inheritdoc/>
    public override int[] OutputShape(IReadOnlyList<int[]> inputs)
    {
        int[] input = Single(inputs);
        return Axes.Order().SequenceEqual(Enumerable.Range(0, input.Length))
            ? [.. Axes.Select(axis => input[axis])]
            : throw new ShapeException($"the order must name each of its {input.Length} axes once");
    }

    /// <inheritdoc/>
    public override RealTensor Evaluate(IReadOnlyList<RealTensor> inputs)
    {
        RealTensor input = Single(inputs);
        return new RealTensor(OutputShape([input.Shape]), Permute(input.Shape, input.Data, Axes));
    }

    /// <summary>Elements with their axes in another order.</summary>
    internal static T[] Permute<T>(int[] shape, T[] data, int[] axes)
    {
        int rank = shape.Length;
        int[] strides = new int[rank];
        for (int axis = rank - 1, stride = 1; axis >= 0; stride *= shape[axis--]) strides[axis] = stride;
        var result = new T[data.Length];
        int[] index = new int[rank];
        int from = 0;
        for (int to = 0; to < result.Length; to++)
        {
            result[to] = data[from];
            for (int axis = rank - 1; axis >= 0; axis--)
            {
                int source = axes[axis];
                from += strides[source];
                if (++index[axis] < shape[source]) break;
                from -= strides[source] * shape[source];
                index[axis] = 0;
            }
        }

        return result;
    }
}
