namespace XrNpe.Vio;

/// <summary>Reshape and its kin, which keep the order of the elements, and Transpose.</summary>
internal static class OnnxShapes
{
    /// <summary>Reshape, Flatten, Squeeze and Unsqueeze.</summary>
    public static OnnxValue[] Reshape(OnnxNode node, OnnxNetwork network)
    {
        OnnxValue input = node.Value(0);
        return [network.Give(input.Name, Target(node, input.Shape))];
    }

    /// <summary>Transpose.</summary>
    public static OnnxValue[] Transpose(OnnxNode node, OnnxNetwork network)
    {
        OnnxValue input = node.Value(0);
        return [Transpose(network, node.Label, input, Order(node, input.Shape.Length))];
    }

    /// <summary>A value with its axes in another order.</summary>
    /// <param name="network">The network.</param>
    /// <param name="name">What the node is to be called.</param>
    /// <param name="input">The value.</param>
    /// <param name="order">Which axis, batch included, each axis of the result is.</param>
    public static OnnxValue Transpose(OnnxNetwork network, string name, OnnxValue input, int[] order)
    {
        int[] shape = [.. order.Select(axis => input.Shape[axis])];
        int[] moved = [.. order.Where(axis => input.Shape[axis] != 1)];

        // Axes of 1 may go anywhere: the elements stay where they are.
        if (moved.SequenceEqual(moved.Order())) return network.Give(input.Name, shape);
        if (input.DropsAxis && order[0] == 0)
        {
            return network.Apply(name, new Transpose([.. order.Skip(1).Select(axis => axis - 1)]), input);
        }

        return network.Give(network.Add(name, new Transpose(order), network.View(input.Name, input.Shape)), shape);
    }

    /// <summary>The order of axes that a Transpose wants.</summary>
    /// <exception cref="InputException">It is none.</exception>
    public static int[] Order(OnnxNode node, int rank)
    {
        int[] order = node.Lengths("perm", rank, smallest: 0) ?? [.. Enumerable.Range(0, rank).Reverse()];
        return order.Order().SequenceEqual(Enumerable.Range(0, rank)) ? order : throw node.Wrong($"has perm {Network.Text(order)}: each of {rank} axes once");
    }

    /// <summary>The shape that a Reshape, Flatten, Squeeze or Unsqueeze gives.</summary>
    /// <param name="node">The node.</param>
    /// <param name="shape">Of its input.</param>
    /// <exception cref="InputException">Its axes or lengths do not fit.</exception>
    /// <exception cref="UnsupportedException">The network computes them.</exception>
    public static int[] Target(OnnxNode node, int[] shape) => node.Operator switch
    {
        "Flatten" => Flattened(node, shape),
        "Squeeze" => Squeezed(node, shape),
        "Unsqueeze" => Unsqueezed(node, shape),
        _ => Reshaped(node, shape),
    };

    private static int[] Reshaped(OnnxNode node, int[] shape)
    {
        const int Copies = 0, WhatIsLeft = -1;
        long[] wanted = (node.Constant(1, "shape") ?? throw node.Wrong("has no shape")).Integers ?? throw node.Wrong("has a shape of floats");
        bool copies = node.Integer("allowzero", 0) == 0;
        long[] lengths = [.. wanted.Select((length, axis) => length == Copies && copies && axis < shape.Length ? shape[axis] : length)];
        long count = RealTensor.Count(shape);
        long known = lengths.Where(length => length != WhatIsLeft).Aggregate(1L, (product, length) => product * length);
        if (lengths.Count(length => length == WhatIsLeft) == 1 && known > 0) lengths[Array.IndexOf(lengths, WhatIsLeft)] = count / known;
        bool fits = lengths.All(length => length is >= 0 and <= int.MaxValue) && lengths.Aggregate(1L, (product, length) => product * length) == count;
        return fits
            ? [.. lengths.Select(length => (int)length)]
            : throw node.Wrong($"does not fit: {Network.Text(shape)} has {count} elements, and is to become ({string.Join(", ", wanted)}); the network is read for a batch of 1");
    }

    private static int[] Flattened(OnnxNode node, int[] shape)
    {
        long wanted = node.Integer("axis", 1);
        int axis = wanted == shape.Length ? shape.Length : node.Axis(wanted, shape.Length);
        return [RealTensor.Count(shape[..axis]), RealTensor.Count(shape[axis..])];
    }

    private static int[] Squeezed(OnnxNode node, int[] shape)
    {
        if (node.Integers("axes", 1) is not { } axes) return [.. shape.Where(length => length != 1)];
        int[] gone = [.. axes.Select(axis => node.Axis(axis, shape.Length))];
        int wrong = Array.Find(gone, axis => shape[axis] != 1);
        return Array.TrueForAll(gone, axis => shape[axis] == 1)
            ? [.. shape.Where((_, axis) => !gone.Contains(axis))]
            : throw node.Wrong($"takes axis {wrong} out of {Network.Text(shape)}: only an axis of 1 can go");
    }

    private static int[] Unsqueezed(OnnxNode node, int[] shape)
    {
        long[] axes = node.Integers("axes", 1) ?? throw node.Wrong("has no axes");
        int rank = shape.Length + axes.Length;
        int[] added = [.. axes.Select(axis => node.Axis(axis, rank)).Distinct()];
        if (added.Length != axes.Length) throw node.Wrong("has one of its axes twice");
        var rest = new Queue<int>(shape);
        return [.. Enumerable.Range(0, rank).Select(axis => added.Contains(axis) ? 1 : rest.Dequeue())];
    }
}
