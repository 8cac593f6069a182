namespace XrNpe.Vio;

/// <summary>GlobalAveragePool and ReduceMean.</summary>
internal static class OnnxMeans
{
    /// <summary>GlobalAveragePool.</summary>
    public static OnnxValue[] GlobalAveragePool(OnnxNode node, OnnxNetwork network)
    {
        OnnxValue input = node.Value(0);
        return [Mean(network, node.Label, input, [.. Enumerable.Range(2, Math.Max(0, input.Shape.Length - 2))], keepsAxes: true)];
    }

    /// <summary>ReduceMean over any axes.</summary>
    public static OnnxValue[] ReduceMean(OnnxNode node, OnnxNetwork network)
    {
        OnnxValue input = node.Value(0);
        int rank = input.Shape.Length;
        long[] axes = node.Integers("axes", 1) ?? [];
        if (axes.Length == 0 && node.Integer("noop_with_empty_axes", 0) != 0) return [input];
        int[] gone = axes.Length == 0 ? [.. Enumerable.Range(0, rank)] : [.. axes.Select(axis => node.Axis(axis, rank)).Distinct().Order()];
        return [Mean(network, node.Label, input, gone, node.Integer("keepdims", 1) != 0)];
    }

    private static OnnxValue Mean(OnnxNetwork network, string name, OnnxValue input, int[] axes, bool keepsAxes)
    {
        int[] shape = keepsAxes
            ? [.. input.Shape.Select((length, axis) => axes.Contains(axis) ? 1 : length)]
            : [.. input.Shape.Where((_, axis) => !axes.Contains(axis))];

        // The mean along an axis of 1 is what was there.
        int dropped = input.DropsAxis ? 1 : 0;
        int[] inner = input.Inner;
        int[] gone = [.. axes.Select(axis => axis - dropped).Where(axis => axis >= 0)];
        if (gone.Length == 0) return network.Give(input.Name, shape);

        // A pool takes channels first and the mean of the rest.
        int[] kept = [.. Enumerable.Range(0, inner.Length).Except(gone)];
        int[] order = [.. kept, .. gone];
        string value = input.Name;
        if (!order.SequenceEqual(order.Order())) value = network.Add(name + ".transpose", new Transpose(order), value);
        if (kept.Length != 1) value = network.View(value, [RealTensor.Count([.. kept.Select(axis => inner[axis])]), RealTensor.Count([.. gone.Select(axis => inner[axis])])]);
        bool asIs = kept is [0] && keepsAxes;
        return network.Give(network.Add(name, new GlobalAveragePool(asIs), value), shape);
    }
}
