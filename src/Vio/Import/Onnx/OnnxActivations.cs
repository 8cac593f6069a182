using System.Globalization;

namespace XrNpe.Vio;

/// <summary>Activations that are rectifiers, and Softmax.</summary>
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

    /// <summary>PRelu with one slope, or the same for every channel.</summary>
    public static OnnxValue[] PRelu(OnnxNode node, OnnxNetwork network)
    {
        OnnxValue input = node.Value(0);
        double[] slopes = [.. node.Learnt(1, "slope").Values!.Distinct()];
        return slopes.Length == 1
            ? [network.Apply(node.Label, new Rectifier(slopes[0]), input)]
            : throw new UnsupportedException("PRelu with a slope by channel");
    }

    /// <summary>Clip that is a ReLU, or nothing.</summary>
    public static OnnxValue[] Clip(OnnxNode node, OnnxNetwork network)
    {
        double smallest = Bound(node, "min", 1) ?? double.NegativeInfinity;
        double largest = Bound(node, "max", 2) ?? double.PositiveInfinity;
        OnnxValue input = node.Value(0);
        return (smallest, largest) switch
        {
            (0, >= float.MaxValue) => [network.Apply(node.Label, new Rectifier(0), input)],
            ( <= float.MinValue, >= float.MaxValue) => [input],
            _ => throw new UnsupportedException(string.Create(CultureInfo.InvariantCulture, $"Clip to [{smallest}, {largest}]")),
        };
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

    private static double? Bound(OnnxNode node, string name, int input)
    {
        if (node.Has(name)) return node.Real(name, 0);
        return node.Constant(input, name) is { Values: [var bound] } ? bound : null;
    }
}
