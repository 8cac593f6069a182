namespace XrNpe.Vio;

/// <summary>Concat, Slice, Split and Gather.</summary>
internal static class OnnxSlices
{
    /// <summary>Concat of values.</summary>
    public static OnnxValue[] Concat(OnnxNode node, OnnxNetwork network)
    {
        if (node.Inputs.Any(input => input is { Constant: not null })) throw new UnsupportedException("Concat with a constant");
        OnnxValue[] inputs = [.. node.Inputs.Select((_, i) => node.Value(i))];
        if (inputs.Length == 0) throw node.Wrong("has no inputs");
        int rank = inputs[0].Shape.Length;
        if (Array.Find(inputs, input => input.Shape.Length != rank) is { } other)
        {
            throw node.Wrong($"joins {Network.Text(inputs[0].Shape)} and {Network.Text(other.Shape)}: as many axes in each");
        }

        int axis = node.Axis(node.Integer("axis", 0), rank);
        bool drops = axis > 0 && Array.TrueForAll(inputs, input => input.DropsAxis);
        string[] names = [.. inputs.Select(input => drops ? input.Name : network.View(input.Name, input.Shape))];
        string joined = network.Add(node.Label, new Concat(drops ? axis - 1 : axis), names);
        int[] shape = [.. inputs[0].Shape];
        shape[axis] = inputs.Sum(input => input.Shape[axis]);
        return [network.Give(joined, shape)];
    }

    /// <summary>Slice: one after the other for each axis that loses something.</summary>
    public static OnnxValue[] Slice(OnnxNode node, OnnxNetwork network)
    {
        OnnxValue value = node.Value(0);
        foreach (Slice slice in Parts(node, value.Shape)) value = Apply(node, network, node.Label, slice, value);
        return [value];
    }

    /// <summary>Split: a slice for every output that something takes.</summary>
    public static OnnxValue?[] Split(OnnxNode node, OnnxNetwork network)
    {
        OnnxValue input = node.Value(0);
        int axis = node.Axis(node.Integer("axis", 0), input.Shape.Length);
        int[] lengths = SplitLengths(node, input.Shape[axis]);
        var parts = new OnnxValue?[lengths.Length];
        int start = 0;
        for (int i = 0; i < parts.Length; i++)
        {
            if (node.Used[i]) parts[i] = Apply(node, network, $"{node.Label}.{i}", new Slice(axis, start, lengths[i]), input);
            start += lengths[i];
        }

        return parts;
    }

    /// <summary>Gather of one index, or of indices that are evenly spaced.</summary>
    public static OnnxValue[] Gather(OnnxNode node, OnnxNetwork network)
    {
        OnnxValue input = node.Value(0);
        NumericTensor indices = node.Constant(1, "indices") ?? throw node.Wrong("has no indices");
        int axis = node.Axis(node.Integer("axis", 0), input.Shape.Length);
        int[] taken = Indices(node, indices, input.Shape[axis]);
        if (taken.Length == 0 || indices.Shape.Length > 1) throw new UnsupportedException("Gather of several axes of indices");
        int step = taken.Length > 1 ? taken[1] - taken[0] : 1;
        bool even = step != 0 && !taken.Where((index, i) => index != taken[0] + (i * step)).Any();
        if (!even) throw new UnsupportedException("Gather of indices that are not evenly spaced");
        OnnxValue value = Apply(node, network, node.Label, new Slice(axis, taken[0], taken.Length, step), input);
        return [indices.Shape.Length == 1 ? value : network.Give(value.Name, [.. input.Shape[..axis], .. input.Shape[(axis + 1)..]])];
    }

    /// <summary>Indices of an axis, counted from its front.</summary>
    /// <exception cref="InputException">They are floats, or not on the axis.</exception>
    public static int[] Indices(OnnxNode node, NumericTensor indices, int length)
    {
        long[] given = indices.Integers ?? throw node.Wrong("has indices of floats");
        return Array.ConvertAll(given, index => index >= -length && index < length
            ? (int)(index < 0 ? index + length : index)
            : throw node.Wrong($"takes index {index} of an axis of {length}"));
    }

    /// <summary>What a Slice does, axis by axis; an axis that stays whole is left out.</summary>
    /// <exception cref="InputException">Its axes or steps do not fit.</exception>
    /// <exception cref="UnsupportedException">The network computes where to cut.</exception>
    public static IReadOnlyList<Slice> Parts(OnnxNode node, int[] shape)
    {
        long[] starts = node.Integers("starts", 1) ?? throw node.Wrong("has no starts");
        long[] ends = node.Integers("ends", 2) ?? throw node.Wrong("has no ends");
        long[] axes = node.Integers("axes", 3) ?? [.. Enumerable.Range(0, starts.Length).Select(axis => (long)axis)];
        long[] steps = node.Integers("steps", 4) ?? [.. Enumerable.Repeat(1L, starts.Length)];
        if (ends.Length != starts.Length || axes.Length != starts.Length || steps.Length != starts.Length) throw node.Wrong("has starts, ends, axes and steps that are not equally many");
        var parts = new List<Slice>();
        for (int i = 0; i < starts.Length; i++)
        {
            int axis = node.Axis(axes[i], shape.Length);
            Slice part = Part(node, axis, shape[axis], starts[i], ends[i], steps[i]);
            if (part.Length != shape[axis] || part.Step != 1) parts.Add(part);
        }

        return parts;
    }

    /// <summary>One axis of a Slice: what lies outside is cut off, as in Python.</summary>
    private static Slice Part(OnnxNode node, int axis, int length, long start, long end, long step)
    {
        if (step is 0 or > int.MaxValue or < -int.MaxValue) throw node.Wrong($"has a step of {step}");
        long lowest = step > 0 ? 0 : -1, highest = step > 0 ? length : length - 1;
        long from = Math.Clamp(start < 0 ? start + length : start, step > 0 ? 0 : Math.Min(0, highest), highest);
        long to = Math.Clamp(end < 0 ? end + length : end, lowest, highest);
        long count = Math.Max(0, (to - from + step - Math.Sign(step)) / step);
        return new Slice(axis, (int)from, (int)count, (int)step);
    }

    private static OnnxValue Apply(OnnxNode node, OnnxNetwork network, string name, Slice slice, OnnxValue input)
    {
        if (slice.Length == 0) throw node.Wrong($"leaves nothing of axis {slice.Axis} of {Network.Text(input.Shape)}");
        if (slice.Length == input.Shape[slice.Axis] && slice.Step == 1) return input;
        (string value, int axis) = network.Along(input, slice.Axis);
        int[] shape = [.. input.Shape];
        shape[slice.Axis] = slice.Length;
        return network.Give(network.Add(name, slice with { Axis = axis }, value), shape);
    }

    private static int[] SplitLengths(OnnxNode node, int length)
    {
        int outputs = node.Used.Count;
        if (outputs == 0) throw node.Wrong("has no outputs");
        if (node.Integers("split", 1) is { } given)
        {
            bool fits = given.Length == outputs && given.Sum() == length && Array.TrueForAll(given, part => part > 0);
            return fits ? Array.ConvertAll(given, part => (int)part) : throw node.Wrong($"splits an axis of {length} into ({string.Join(", ", given)}) for {outputs} outputs");
        }

        int part = (length + outputs - 1) / outputs;
        int last = length - (part * (outputs - 1));
        return last > 0 ? [.. Enumerable.Repeat(part, outputs - 1), last] : throw node.Wrong($"splits an axis of {length} into {outputs}");
    }
}
