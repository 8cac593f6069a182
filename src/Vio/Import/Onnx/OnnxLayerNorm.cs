namespace XrNpe.Vio;

/// <summary>LayerNormalization.</summary>
internal static class OnnxLayerNorm
{
    /// <summary>Reads it: over all axes from one on.</summary>
    public static OnnxValue[] LayerNormalization(OnnxNode node, OnnxNetwork network)
    {
        const double Epsilon = 1e-5;
        if (node.Used.Skip(1).Any(used => used)) throw new UnsupportedException("LayerNormalization with its mean or deviation");
        OnnxValue input = node.Value(0);
        int first = node.Axis(node.Integer("axis", -1), input.Shape.Length);

        // Where the batch is among the axes, it is 1 and changes nothing.
        int[] axes = input.Inner[Math.Max(0, first - (input.DropsAxis ? 1 : 0))..];
        NumericTensor scale = node.Learnt(1, "scale");
        NumericTensor? shift = node.Optional(2) is null ? null : node.Learnt(2, "shift");
        double[] shifts = shift is null ? new double[RealTensor.Count(axes)] : Stretched(node, shift, axes);
        var norm = new LayerNorm(axes, Stretched(node, scale, axes), shifts, node.Real("epsilon", Epsilon));
        return [network.Apply(LayerNames.Of(node.Label, scale, shift), norm, input)];
    }

    private static double[] Stretched(OnnxNode node, NumericTensor parameter, int[] axes)
    {
        // Axes of 1 in front say nothing.
        int[] shape = [.. parameter.Shape.SkipWhile((length, axis) => length == 1 && parameter.Shape.Length - axis > axes.Length)];
        if (Broadcasting.Shape(shape, axes) is { } both && both.SequenceEqual(axes)) return [.. Broadcasting.Indices(shape, axes).Select(from => parameter.Values![from])];
        throw new UnsupportedException($"LayerNormalization over {Network.Text(axes)} with parameters of shape {Network.Text(parameter.Shape)}");
    }
}
