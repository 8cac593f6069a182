namespace XrNpe.Vio;

/// <summary>Conv and the pools.</summary>
internal static class OnnxConvolutions
{
    /// <summary>Conv over images and sequences, its weights and bias constant.</summary>
    public static OnnxValue[] Conv(OnnxNode node, OnnxNetwork network)
    {
        OnnxValue input = node.Value(0);
        NumericTensor weights = node.Learnt(1, "weights");
        NumericTensor? bias = node.Optional(2) is null ? null : node.Learnt(2, "bias");
        if (weights.Shape.Length < 3 || weights.Count == 0) throw node.Wrong($"has weights of shape {Network.Text(weights.Shape)}: outputs, channels and a kernel");
        int[] kernel = weights.Shape[2..];
        if (node.Lengths("kernel_shape", kernel.Length, smallest: 1) is { } given && !given.SequenceEqual(kernel))
        {
            throw node.Wrong($"has kernel_shape {Network.Text(given)}, and its weights are {Network.Text(weights.Shape)}");
        }

        int outputs = weights.Shape[0];
        long groups = node.Integer("group", 1);
        if (groups < 1 || outputs % groups != 0) throw node.Wrong($"has {groups} groups and {outputs} outputs: as many outputs in each group");
        if (bias is not null && bias.Count != outputs) throw node.Wrong($"has a bias of shape {Network.Text(bias.Shape)} and {outputs} outputs");
        WindowGeometry geometry = OnnxWindow.Of(node, kernel, input.Shape);
        var conv = new Convolution(weights.Values!, outputs, weights.Shape[1] * (int)groups, geometry, bias?.Values, (int)groups);
        return [network.Apply(LayerNames.Of(node.Label, weights, bias), conv, input)];
    }

    /// <summary>MaxPool without indices.</summary>
    public static OnnxValue[] MaxPool(OnnxNode node, OnnxNetwork network)
    {
        if (node.Used.Skip(1).Any(used => used)) throw new UnsupportedException("MaxPool with indices");
        return [Pool(node, network, isMax: true, countsPadding: false)];
    }

    /// <summary>AveragePool.</summary>
    public static OnnxValue[] AveragePool(OnnxNode node, OnnxNetwork network) =>
        [Pool(node, network, isMax: false, node.Integer("count_include_pad", 0) != 0)];

    /// <summary>GlobalMaxPool: a pool whose kernel is the image.</summary>
    public static OnnxValue[] GlobalMaxPool(OnnxNode node, OnnxNetwork network)
    {
        OnnxValue input = node.Value(0);
        WindowGeometry geometry = OnnxWindow.Of(node, [.. input.Shape.Skip(2)], input.Shape);
        return [network.Apply(node.Label, new Pool(geometry, IsMax: true), input)];
    }

    private static OnnxValue Pool(OnnxNode node, OnnxNetwork network, bool isMax, bool countsPadding)
    {
        OnnxValue input = node.Value(0);
        int[] kernel = node.Lengths("kernel_shape", node.Integers("kernel_shape")?.Length ?? 0, smallest: 1) ?? throw node.Wrong("has no kernel_shape");
        WindowGeometry geometry = OnnxWindow.Of(node, kernel, input.Shape);
        WindowGeometry rounded = node.Integer("ceil_mode", 0) != 0 ? OnnxWindow.RoundedUp(geometry, input.Shape) : geometry;
        return rounded == geometry || !countsPadding
            ? network.Apply(node.Label, new Pool(rounded, isMax, countsPadding), input)
            : throw new UnsupportedException($"{node.Operator} with ceil_mode and count_include_pad");
    }
}
