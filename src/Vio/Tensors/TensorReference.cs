namespace XrNpe.Vio;

/// <summary>
/// How a tensor is named on the command line: <c>FILE.npy</c>, <c>FILE.safetensors:TENSOR</c>, or <c>FILE.safetensors:TENSOR.T</c> for the
/// transpose.
/// </summary>
public static class TensorReference
{
    private const string Extension = ".safetensors";
    private const string TransposeSuffix = ".T";

    /// <summary>Loads what <paramref name="reference"/> names.</summary>
    /// <exception cref="InputException">It cannot be read.</exception>
    public static NumericTensor Load(string reference)
    {
        int end = reference.IndexOf(Extension + ":", StringComparison.Ordinal);
        if (end >= 0)
        {
            string path = reference[..(end + Extension.Length)];
            return FromSafetensors(path, reference[(path.Length + 1)..]);
        }

        if (!reference.EndsWith(Extension, StringComparison.Ordinal)) return NpyReader.Read(reference);
        IEnumerable<string> names = SafetensorsReader.List(reference).Take(3).Select(e => e.Name);
        throw new InputException($"{reference} holds many tensors: name one, as in {reference}:{string.Join(" or ", names)}");
    }

    /// <summary>Loads a matrix. Convolution weights of a safetensors file, [out, in, …], become [out, in · …].</summary>
    /// <param name="role">What it is for (<c>A</c>), for messages.</param>
    /// <param name="reference">Which one.</param>
    /// <exception cref="InputException">It cannot be read, or is not a matrix.</exception>
    public static NumericTensor LoadMatrix(string role, string reference)
    {
        NumericTensor tensor = Load(reference);
        return tensor.Shape.Length == 2
            ? tensor
            : throw new InputException(
                $"{role} ({tensor.Source}) has {tensor.Shape.Length} dimension{(tensor.Shape.Length == 1 ? "" : "s")}, shape {NumericTensor.ShapeText(tensor.Shape)}: "
                + "a matrix has 2; reshape it, for example to (1, n) or (n, 1)");
    }

    private static NumericTensor FromSafetensors(string path, string name)
    {
        // A tensor may itself be called x.T.
        bool transposed = name.EndsWith(TransposeSuffix, StringComparison.Ordinal) && !SafetensorsReader.List(path).Any(e => e.Name == name);
        NumericTensor tensor = SafetensorsReader.Read(path, transposed ? name[..^TransposeSuffix.Length] : name);
        if (tensor.Shape.Length > 2 && tensor.Count > 0) tensor = tensor.Reshape(tensor.Shape[0], tensor.Count / tensor.Shape[0]);
        if (!transposed) return tensor;
        return tensor.Shape.Length == 2
            ? tensor.Transpose()
            : throw new InputException($"{path}:{name}: the transpose of a tensor of shape {NumericTensor.ShapeText(tensor.Shape)}: only a matrix has one");
    }
}
