namespace XrNpe.Vio;

/// <summary>
/// Add, Sub, Mul, Div and BatchNormalization. With a constant they are a scale and a shift by channel; a sum right behind a layer without bias
/// becomes its bias.
/// </summary>
internal static class OnnxAffine
{
    /// <summary>Add, Sub, Mul and Div of a value and a constant, or of two values.</summary>
    public static OnnxValue[] Arithmetic(OnnxNode node, OnnxNetwork network)
    {
        OnnxValue a = node.Input(0), b = node.Input(1);
        if (a.Constant is null && b.Constant is null) return [OnnxPairs.Apply(node, network, a, b)];
        bool constantFirst = a.Constant is not null;
        OnnxValue value = node.Value(constantFirst ? 1 : 0);
        NumericTensor constant = node.Learnt(constantFirst ? 0 : 1, "constant");
        Func<double, (double Scale, double Shift)> affine = node.Operator switch
        {
            "Add" => c => (1, c),
            "Sub" when constantFirst => c => (-1, c),
            "Sub" => c => (1, -c),
            "Mul" => c => (c, 0),
            "Div" when !constantFirst => c => (1 / c, 0),
            _ => c => (c, 0),
        };
        int[] shape = Broadcasting.Shape(value.Shape, constant.Shape)
            ?? throw node.Wrong($"has a value of shape {Network.Text(value.Shape)} and a constant of shape {Network.Text(constant.Shape)}, which do not fit");
        if (RealTensor.Count(shape) != RealTensor.Count(value.Shape)) throw new UnsupportedException($"{node.Operator} with a constant that repeats the value");
        if (node.Operator == "Div" && constantFirst)
        {
            value = network.Apply(node.Label + ".reciprocal", new Elementwise(ElementFunction.Reciprocal), value);
            if (Array.TrueForAll(constant.Values!, c => c == 1)) return [network.Give(value.Name, shape)];
        }

        return [Affine(node, network, value with { Name = network.View(value.Name, OnnxValue.Batchless(shape)), Shape = shape }, constant, affine)];
    }

    /// <summary>BatchNormalization as it is in use, with its running statistics.</summary>
    public static OnnxValue[] BatchNormalization(OnnxNode node, OnnxNetwork network)
    {
        if (node.Integer("training_mode", 0) != 0 || node.Used.Skip(1).Any(used => used)) throw new UnsupportedException("BatchNormalization in training");
        if (node.Integer("spatial", 1) != 1) throw new UnsupportedException("BatchNormalization by pixel");
        OnnxValue input = node.Value(0);
        if (input.Shape.Length < 2) throw node.Wrong($"has an input of shape {Network.Text(input.Shape)}: batch and channels at least");
        NumericTensor[] parameters = [node.Learnt(1, "scale"), node.Learnt(2, "shift"), node.Learnt(3, "mean"), node.Learnt(4, "variance")];
        foreach (NumericTensor parameter in parameters)
        {
            if (parameter.Count != input.Shape[1]) throw node.Wrong($"has {InputException.Quote(parameter.Source)} of shape {Network.Text(parameter.Shape)}, and an input of {input.Shape[1]} channels");
        }

        const double Epsilon = 1e-5;
        var norm = BatchNorm.Of(parameters[0].Values!, parameters[1].Values!, parameters[2].Values!, parameters[3].Values!, node.Real("epsilon", Epsilon));
        if (!norm.Scale.Concat(norm.Shift).All(double.IsFinite)) throw node.Wrong("has a variance that is not above 0");
        (string value, int axis) = network.Along(input, 1);
        return [network.Give(network.Add(LayerNames.Of(node.Label, parameters[0]), norm with { Axis = axis }, value), input.Shape)];
    }

    private static OnnxValue Affine(OnnxNode node, OnnxNetwork network, OnnxValue value, NumericTensor constant, Func<double, (double Scale, double Shift)> affine)
    {
        // A single number stretches over whatever axis comes first.
        int[] shape = value.Inner.Length == 0 ? [1] : value.Inner;
        int[] stretched = Broadcasting.Aligned(constant.Shape, Math.Max(value.Shape.Length, shape.Length))[^shape.Length..];
        int first = Math.Max(0, Array.FindIndex(stretched, length => length != 1));
        int last = Math.Max(first, Array.FindLastIndex(stretched, length => length != 1));

        // Where it varies along several axes, these are looked at as one.
        int[] varies = shape[first..(last + 1)];
        int[] merged = [.. shape[..first], RealTensor.Count(varies), .. shape[(last + 1)..]];
        (double Scale, double Shift)[] channels = [.. Broadcasting.Indices(stretched[first..(last + 1)], varies).Select(from => affine(constant.Values![from]))];
        var norm = new BatchNorm([.. channels.Select(c => c.Scale)], [.. channels.Select(c => c.Shift)], first);
        if (norm.Scale.Any(scale => !double.IsFinite(scale))) throw node.Wrong("divides by zero");
        if (varies.Length == 1 && value.Alone && WithBias(network, value, norm, constant) is { } layer) return value with { Name = layer };
        string result = network.Add(LayerNames.Of(node.Label, constant), norm, network.View(value.Name, merged));
        return network.Give(network.View(result, shape), value.Shape);
    }

    /// <summary>Makes a sum the bias of the layer before it, if that has none.</summary>
    /// <returns>The layer's name; null when there is none that could take it.</returns>
    private static string? WithBias(OnnxNetwork network, OnnxValue value, BatchNorm norm, NumericTensor constant)
    {
        if (network.NodeOf(value.Name) is not { } before || norm.Scale.Any(scale => scale != 1)) return null;
        Operator? biased = before.Operator switch
        {
            Convolution { Bias: null } conv when norm.Axis == 0 => conv with { Bias = norm.Shift },
            Linear { Bias: null } linear when norm.Axis == value.Inner.Length - 1 => linear with { Bias = norm.Shift },
            _ => null,
        };
        return biased is null ? null : network.Replace(before, network.IsLabel(before.Name) ? LayerNames.Of(before.Name, constant) : before.Name, biased);
    }
}
