namespace XrNpe.Vio;

/// <summary>Functions of each element by itself, which become <see cref="Elementwise"/>.</summary>
internal static class OnnxElementwise
{
    /// <summary>Reads an operator that is a function without parameters.</summary>
    public static Func<OnnxNode, OnnxNetwork, OnnxValue?[]> Of(ElementFunction function) => (node, network) => Apply(node, network, new Elementwise(function));

    /// <summary>Clip. From 0 without a top it is a ReLU; without either end it is nothing.</summary>
    public static OnnxValue[] Clip(OnnxNode node, OnnxNetwork network)
    {
        double smallest = Bound(node, "min", 1) ?? double.NegativeInfinity;
        double largest = Bound(node, "max", 2) ?? double.PositiveInfinity;
        return (smallest, largest) switch
        {
            (0, >= float.MaxValue) => Apply(node, network, new Rectifier(0)),
            ( <= float.MinValue, >= float.MaxValue) => [node.Value(0)],
            _ => Apply(node, network, new Elementwise(ElementFunction.Clip, smallest, largest)),
        };
    }

    /// <summary>HardSigmoid.</summary>
    public static OnnxValue[] HardSigmoid(OnnxNode node, OnnxNetwork network)
    {
        const double Alpha = 0.2, Beta = 0.5;
        return Apply(node, network, new Elementwise(ElementFunction.HardSigmoid, node.Real("alpha", Alpha), node.Real("beta", Beta)));
    }

    /// <summary>Elu.</summary>
    public static OnnxValue[] Elu(OnnxNode node, OnnxNetwork network) => Apply(node, network, new Elementwise(ElementFunction.Elu, node.Real("alpha", 1)));

    /// <summary>Pow with an exponent that is constant and the same for all elements.</summary>
    public static OnnxValue[] Pow(OnnxNode node, OnnxNetwork network)
    {
        OnnxValue input = node.Value(0);
        NumericTensor exponent = node.Constant(1, "exponent") ?? throw node.Wrong("has no exponent");
        double[] exponents = [.. (exponent.Values ?? Array.ConvertAll(exponent.Integers!, x => (double)x)).Distinct()];
        if (exponents.Length != 1) throw new UnsupportedException("Pow with several exponents");
        bool repeats = Broadcasting.Shape(input.Shape, exponent.Shape) is not { } shape || RealTensor.Count(shape) != RealTensor.Count(input.Shape);
        if (repeats) throw new UnsupportedException("Pow with an exponent that repeats the value");
        return Apply(node, network, new Elementwise(ElementFunction.Power, exponents[0]));
    }

    private static OnnxValue[] Apply(OnnxNode node, OnnxNetwork network, Operator op) => [network.Apply(node.Label, op, node.Value(0))];

    private static double? Bound(OnnxNode node, string name, int input)
    {
        double? bound = node.Has(name) ? node.Real(name, 0) : null;
        if (node.Constant(input, name) is { } tensor)
        {
            bound = tensor is { Values: [var value] } ? value : throw node.Wrong($"has {name} of shape {Network.Text(tensor.Shape)}: one float");
        }

        return bound is double.NaN ? throw node.Wrong($"has NaN as {name}: a number") : bound;
    }
}
