namespace XrNpe.Vio;

/// <summary>
/// A value of a network in double: the reference. Axes are those of PyTorch and ONNX without the batch: an image is (channels, height, width), a
/// sequence (channels, samples), a vector (features).
/// </summary>
/// <param name="Shape">Dimensions, outermost first.</param>
/// <param name="Data">Elements, row-major.</param>
public sealed record RealTensor(int[] Shape, double[] Data)
{
    /// <summary>A tensor of zeros.</summary>
    public static RealTensor Zeros(int[] shape) => new(shape, new double[Count(shape)]);

    /// <summary>Elements of a shape.</summary>
    public static int Count(IReadOnlyList<int> shape) => shape.Aggregate(1, (product, length) => checked(product * length));

    /// <summary>Elements below one index of the first axis: 1 for a vector.</summary>
    public static int Inner(IReadOnlyList<int> shape) => shape.Count == 0 ? 1 : Count([.. shape.Skip(1)]);
}
