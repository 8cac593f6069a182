namespace XrNpe.Vio;

/// <summary>A value of an ONNX graph while it is read: a constant, or a value of the network.</summary>
/// <param name="Shape">All axes as ONNX has them, for a batch of 1.</param>
/// <param name="Constant">Its elements; null for a value that the network computes.</param>
/// <param name="Name">The network's value, of shape <see cref="Batchless(int[])"/>; empty for a constant.</param>
/// <param name="Alone">One node takes it, and it is no output: the layer that gives it may be changed.</param>
/// <param name="Guessed">It comes after something that is not supported; its shape is only assumed.</param>
internal sealed record OnnxValue(int[] Shape, NumericTensor? Constant, string Name = "", bool Alone = false, bool Guessed = false)
{
    /// <summary>True when the network's value lacks the first axis.</summary>
    public bool DropsAxis => Shape is [1, ..];

    /// <summary>The shape of the network's value.</summary>
    public int[] Inner => Batchless(Shape);

    /// <summary>A constant as a value.</summary>
    public static OnnxValue Of(NumericTensor constant) => new(constant.Shape, constant);

    /// <summary>
    /// A shape without an axis of 1 in front: the batch. An exporter's graph is read for a batch of 1, where such an axis says nothing, whatever it
    /// was for.
    /// </summary>
    public static int[] Batchless(int[] shape) => shape is [1, .. int[] rest] ? rest : shape;
}
