namespace XrNpe.Vio;

/// <summary>
/// Takes BatchNorm into the convolution or linear layer before it, in double: what the engine runs has no layer for it. The values of the network stay
/// the same up to rounding of doubles.
/// </summary>
public static class BatchNormFolding
{
    /// <summary>The network without the BatchNorms that could be folded; one that follows anything else, or a value that others take too, stays.</summary>
    public static Network Apply(Network network)
    {
        Dictionary<string, Node> nodes = network.Nodes.ToDictionary(node => node.Name);
        var renamed = new Dictionary<string, string>();
        var folded = new List<Node>();
        foreach (Node node in network.Nodes)
        {
            string[] inputs = [.. node.Inputs.Select(input => renamed.GetValueOrDefault(input, input))];
            if (node.Operator is BatchNorm norm && Foldable(network, nodes, node, norm.Axis) && Fold(folded.Find(before => before.Name == inputs[0])!, norm) is { } layer)
            {
                folded[folded.FindIndex(before => before.Name == layer.Name)] = layer;
                renamed.Add(node.Name, layer.Name);
            }
            else
            {
                folded.Add(node with { Inputs = inputs });
            }
        }

        return new Network(network.Name, network.Inputs, folded, [.. network.Outputs.Select(output => renamed.GetValueOrDefault(output, output))]);
    }

    private static bool Foldable(Network network, Dictionary<string, Node> nodes, Node norm, int axis) =>
        nodes.TryGetValue(norm.Inputs[0], out Node? before)
        && before.Operator switch
        {
            Convolution => axis == 0,
            Linear => axis == network.Shape(before.Name).Length - 1,
            BatchNorm first => axis == first.Axis,
            _ => false,
        }
        && network.Consumers(before.Name).Count() == 1
        && !network.Outputs.Contains(before.Name);

    private static Node? Fold(Node before, BatchNorm norm) => before.Operator switch
    {
        Convolution conv => before with { Operator = conv with { Weights = Scaled(conv.Weights, norm), Bias = Biased(conv.Bias, norm) } },
        Linear linear => before with { Operator = linear with { Weights = Scaled(linear.Weights, norm), Bias = Biased(linear.Bias, norm) } },
        BatchNorm first => before with
        {
            Operator = first with { Scale = [.. first.Scale.Zip(norm.Scale, (a, b) => a * b)], Shift = Biased(first.Shift, norm) },
        },
        _ => null,
    };

    private static double[] Scaled(double[] weights, BatchNorm norm)
    {
        int terms = weights.Length / norm.Scale.Length;
        return [.. weights.Select((weight, i) => weight * norm.Scale[i / terms])];
    }

    private static double[] Biased(double[]? bias, BatchNorm norm) =>
        [.. norm.Shift.Select((shift, channel) => shift + ((bias?[channel] ?? 0) * norm.Scale[channel]))];
}
