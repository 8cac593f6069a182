namespace XrNpe.Vio;

/// <summary>Some indices of an axis: the first of them, how many, and how far apart.</summary>
/// <param name="Axis">The axis.</param>
/// <param name="Start">The first index.</param>
/// <param name="Length">How many.</param>
/// <param name="Step">From one to the next; below 0 they run backwards.</param>
public sealed record Slice(int Axis, int Start, int Length, int Step = 1) : Operator
{
    /// <inheritdoc/>
    public override string Description => $"slice of axis {Axis}: {Length} from {Start}{(Step == 1 ? "" : $" in steps of {Step}")}";

    /// <inheritdoc/>
    public override int[] OutputShape(IReadOnlyList<int[]> inputs)
    {
        int[] input = Single(inputs);
        if (Axis < 0 || Axis >= input.Length) throw new ShapeException($"there is no axis {Axis}");
        long last = Start + ((Length - 1L) * Step);
        bool inside = Length > 0 && Start >= 0 && Start < input[Axis] && last >= 0 && last < input[Axis];
        return inside ? [.. input[..Axis], Length, .. input[(Axis + 1)..]] : throw new ShapeException($"indices {Start} to {last} are not all on axis {Axis}, which has {input[Axis]}");
    }

    /// <inheritdoc/>
    public override RealTensor Evaluate(IReadOnlyList<RealTensor> inputs)
    {
        RealTensor input = Single(inputs);
        return new RealTensor(OutputShape([input.Shape]), Take(input.Shape, input.Data));
    }

    /// <summary>The elements that are left of those of a shape.</summary>
    internal T[] Take<T>(int[] shape, T[] data)
    {
        int run = RealTensor.Count([.. shape.Skip(Axis + 1)]);
        int block = shape[Axis] * run;
        int blocks = RealTensor.Count([.. shape.Take(Axis)]);
        var result = new T[blocks * Length * run];
        Span<T> to = result;
        for (int start = 0; start < blocks * block; start += block)
        {
            for (int i = 0; i < Length; i++, to = to[run..]) data.AsSpan(start + ((Start + (i * Step)) * run), run).CopyTo(to);
        }

        return result;
    }
}
