namespace XrNpe.Vio;

/// <summary>How shapes stretch over each other in ONNX, as in numpy: aligned at the last axis, where an axis of 1 repeats.</summary>
internal static class Broadcasting
{
    /// <summary>The shape that two make together; null when they do not fit.</summary>
    public static int[]? Shape(int[] a, int[] b)
    {
        int rank = Math.Max(a.Length, b.Length);
        int[] first = Aligned(a, rank), second = Aligned(b, rank);
        bool fits = first.Zip(second).All(pair => pair.First == pair.Second || pair.First == 1 || pair.Second == 1);
        return fits ? [.. first.Zip(second, (x, y) => x == 1 ? y : x)] : null;
    }

    /// <summary>A shape with axes of 1 in front.</summary>
    public static int[] Aligned(int[] shape, int rank) => [.. Enumerable.Repeat(1, rank - shape.Length), .. shape];

    /// <summary>For each element of a shape, the index of the element that stands there when another is stretched over it.</summary>
    /// <param name="from">The shape that is stretched.</param>
    /// <param name="to">The shape that it is stretched over.</param>
    public static int[] Indices(int[] from, int[] to)
    {
        int[] source = Aligned(from, to.Length);
        int[] steps = new int[to.Length];
        for (int axis = to.Length - 1, step = 1; axis >= 0; step *= source[axis--]) steps[axis] = source[axis] == 1 ? 0 : step;
        int[] indices = new int[RealTensor.Count(to)];
        for (int i = 0; i < indices.Length; i++)
        {
            int rest = i;
            for (int axis = to.Length - 1; axis >= 0; axis--)
            {
                (rest, int at) = Math.DivRem(rest, to[axis]);
                indices[i] += at * steps[axis];
            }
        }

        return indices;
    }
}
