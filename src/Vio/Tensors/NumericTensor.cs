using System.Diagnostics.CodeAnalysis;

namespace XrNpe.Vio;

/// <summary>
/// What a tensor file holds: a shape and, in row-major order, either values (from a float type) or integers, which are codes of a
/// number format.
/// </summary>
public sealed class NumericTensor
{
    private NumericTensor(string source, int[] shape, double[]? values, long[]? integers, bool unsigned64)
    {
        Source = source;
        Shape = shape;
        Values = values;
        Integers = integers;
        IsUnsigned64 = unsigned64;
    }

    /// <summary>Where it came from, for messages.</summary>
    public string Source { get; }

    /// <summary>The dimensions, outermost first; empty for a scalar.</summary>
    public int[] Shape { get; }

    /// <summary>The values; null when the tensor holds codes.</summary>
    public double[]? Values { get; }

    /// <summary>The integers, which are codes; null when the tensor holds values.</summary>
    public long[]? Integers { get; }

    /// <summary>True when <see cref="Integers"/> are the bits of unsigned 64-bit numbers.</summary>
    public bool IsUnsigned64 { get; }

    /// <summary>Elements.</summary>
    public int Count => Values?.Length ?? Integers!.Length;

    /// <summary>A tensor of values.</summary>
    public static NumericTensor OfValues(string source, int[] shape, double[] values) => new(source, shape, values, null, false);

    /// <summary>A tensor of integers.</summary>
    public static NumericTensor OfIntegers(string source, int[] shape, long[] integers, bool unsigned64 = false) =>
        new(source, shape, null, integers, unsigned64);

    /// <summary>The shape as Python writes it: <c>(3, 4)</c>.</summary>
    public static string ShapeText(IReadOnlyList<int> shape) => shape.Count == 1 ? $"({shape[0]},)" : $"({string.Join(", ", shape)})";

    /// <summary>Indices of an element as Python writes them: <c>[3, 7]</c>.</summary>
    public string ElementText(long flat) => ElementText(Shape, flat);

    /// <summary>Indices of an element of a shape as Python writes them.</summary>
    internal static string ElementText(int[] shape, long flat)
    {
        long[] index = new long[shape.Length];
        for (int axis = shape.Length - 1; axis >= 0; axis--) (flat, index[axis]) = Math.DivRem(flat, shape[axis]);
        return $"[{string.Join(", ", index)}]";
    }

    /// <summary>The same elements in another shape of equal size.</summary>
    public NumericTensor Reshape(params int[] shape) => new(Source, shape, Values, Integers, IsUnsigned64);

    /// <summary>The transpose of a matrix.</summary>
    public NumericTensor Transpose()
    {
        if (Shape.Length != 2) throw new InvalidOperationException($"the transpose of a tensor with {Shape.Length} dimensions");
        return ReverseAxes();
    }

    /// <summary>The tensor with its axes in reverse order: what Fortran order is to C order.</summary>
    internal NumericTensor ReverseAxes()
    {
        int[] reversed = [.. Enumerable.Reverse(Shape)];
        return new NumericTensor(Source, reversed, Permute(Values, Shape), Permute(Integers, Shape), IsUnsigned64);
    }

    /// <summary>Elements with their axes in reverse order.</summary>
    /// <param name="elements">Elements of some shape in row-major order.</param>
    /// <param name="shape">That shape.</param>
    /// <param name="width">Items of <paramref name="elements"/> that make one element.</param>
    [return: NotNullIfNotNull(nameof(elements))]
    internal static T[]? Permute<T>(T[]? elements, int[] shape, int width = 1)
    {
        if (elements is null) return null;

        // Walk the target in order; `from` follows with the strides of the source, reversed.
        int rank = shape.Length;
        int[] strides = new int[rank];
        int stride = width;
        for (int axis = rank - 1; axis >= 0; axis--)
        {
            strides[axis] = stride;
            stride *= shape[axis];
        }

        var result = new T[elements.Length];
        int[] index = new int[rank];
        int from = 0;
        for (int to = 0; to < result.Length; to += width)
        {
            elements.AsSpan(from, width).CopyTo(result.AsSpan(to));
            for (int axis = 0; axis < rank; axis++)
            {
                from += strides[axis];
                if (++index[axis] < shape[axis]) break;
                from -= strides[axis] * shape[axis];
                index[axis] = 0;
            }
        }

        return result;
    }
}
