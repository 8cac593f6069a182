namespace XrNpe.Vio;

/// <summary>Rectifiers and Softmax.</summary>
internal static class OnnxActivations
{
    /// <summary>Opset from which Softmax runs over one axis; before, over all from one on.</summary>
    private const int SoftmaxOfOneAxis = 13;

    /// <summary>Relu.</summary>
    public static OnnxValue[] Relu(OnnxNode node, OnnxNetwork network) => [network.Apply(node.Label, new Rectifier(0), node.Value(0))];

    /// <summary>LeakyRelu.</summary>
    public static OnnxValue[] LeakyRelu(OnnxNode node, OnnxNetwork network)
    {
        const double Alpha = 0.01;
        return [network.Apply(node.Label, new Rectifier(node.Real("alpha", Alpha)), node.Value(0))];
    }

    /// <summary>PRelu, with one slope or a slope by channel.</summary>
    public static OnnxValue[] PRelu(OnnxNode node, OnnxNetwork network)
    {
        OnnxValue input = node.Value(0);
        NumericTensor slope = node.Learnt(1, "slope");
        double[] slopes = [.. slope.Values!.Distinct()];
        Operator rectifier = slopes.Length == 1
            ? new Rectifier(slopes[0])
            : new ChannelRectifier(new RealTensor(input.DropsAxis && slope.Shape.Length == input.Shape.Length ? OnnxValue.Batchless(slope.Shape) : slope.Shape, slope.Values!));
        return [network.Apply(LayerNames.Of(node.Label, slope), rectifier, input)];
    }

    /// <summary>Softmax along an axis.</summary>
    public static OnnxValue[] Softmax(OnnxNode node, OnnxNetwork network)
    {
        OnnxValue input = node.Value(0);
        int axis = node.Axis(node.Integer("axis", node.Opset < SoftmaxOfOneAxis ? 1 : -1), input.Shape.Length);
        if (node.Opset < SoftmaxOfOneAxis)
        {
            int[] stretched = [.. Enumerable.Range(axis, input.Shape.Length - axis).Where(a => input.Shape[a] != 1)];
            if (stretched.Length > 1) throw new UnsupportedException("Softmax over several axes");
            if (stretched.Length == 1) axis = stretched[0];
        }

        (string value, int along) = network.Along(input, axis);
        return [network.Give(network.Add(node.Label, new Softmax(along), value), input.Shape)];
    }
}
