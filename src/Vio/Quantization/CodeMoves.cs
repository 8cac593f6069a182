namespace XrNpe.Vio;

/// <summary>The steps of the host that move codes and compute nothing, and what scales have to do so that they can.</summary>
internal static class CodeMoves
{
    /// <summary>
    /// Which channels of a value must share a scale: an index for each. A channel whose scale its source can choose has one of its own; channels
    /// that are elements of one channel further up share that one's.
    /// </summary>
    public static int[] Groups(LoweredNetwork network, string value)
    {
        int[] shape = network.Network.Shape(value);
        int channels = shape.Length == 0 ? 1 : shape[0];
        LoweredStep? step = network.Steps.FirstOrDefault(s => s.Output == value);
        if (step is null) return Own();
        if (step.Layer is { } layer) return layer.ScalesByChannel ? Own() : Shared();
        if (!step.MovesCodes) return Own();
        string first = step.Inputs[0];
        return step.Node.Operator switch
        {
            Pool => Groups(network, first),
            Reshape when KeepsChannels(network.Network.Shape(first), shape) => Groups(network, first),
            Reshape when shape.Length == 1 => Spread(Groups(network, first), RealTensor.Inner(network.Network.Shape(first))),
            Concat { Axis: 0 } => Joined([.. step.Inputs.Select(input => Groups(network, input))]),
            _ => Shared(),
        };

        int[] Own() => [.. Enumerable.Range(0, channels)];
        int[] Shared() => new int[channels];
    }

    /// <summary>The scale that an input of a moving step must have for its result to have a scale that <see cref="Groups"/> allows.</summary>
    public static ValueScale Backward(LoweredNetwork network, LoweredStep step, int input, ValueScale wanted)
    {
        if (wanted.IsUniform) return wanted;
        int[] shape = network.Network.Shape(step.Inputs[input]);
        switch (step.Node.Operator)
        {
            case Concat:
                int start = step.Inputs.Take(input).Sum(before => network.Network.Shape(before)[0]);
                return wanted with { Scales = wanted.Scales[start..(start + shape[0])] };
            case Reshape when wanted.Scales.Length != shape[0]:
                int inner = wanted.Scales.Length / shape[0];
                return wanted with { Scales = [.. Enumerable.Range(0, shape[0]).Select(channel => wanted.Scales[channel * inner])] };
            default:
                return wanted;
        }
    }

    /// <summary>
    /// A step can move these codes as they are: of one format, and with scales that still belong to the first axis of the result. Others have to be
    /// looked at as values.
    /// </summary>
    public static bool CanMove(Operator move, IReadOnlyList<CodeTensor> inputs, int[] shape)
    {
        CodeTensor first = inputs[0];
        if (inputs.Any(input => input.Scale.Format != first.Scale.Format)) return false;
        return move switch
        {
            Concat { Axis: 0 } or Pool => true,
            Concat => inputs.All(input => input.Scale.Same(first.Scale)),
            Reshape => first.Scale.IsUniform || shape.Length == 1 || KeepsChannels(first.Shape, shape),
            _ => first.Scale.IsUniform,
        };
    }

    /// <summary>The result of a moving step that <see cref="CanMove"/>.</summary>
    public static CodeTensor Move(Operator move, IReadOnlyList<CodeTensor> inputs, int[] shape)
    {
        CodeTensor first = inputs[0];
        switch (move)
        {
            case Concat concat:
                CodeTensor[] planar = [.. inputs.Select(input => input.Ordered(channelsLast: false))];
                ushort[] joined = Concat.Join(planar.Select(input => (input.Shape, input.Codes)), concat.Axis, shape);
                int[] scales = concat.Axis != 0 || (Array.TrueForAll(planar, input => input.Scale.Same(first.Scale)) && first.Scale.IsUniform)
                    ? first.Scale.Scales
                    : [.. planar.SelectMany(input => Enumerable.Range(0, input.Shape[0]).Select(input.Scale.Of))];
                return new CodeTensor(shape, new ValueScale(first.Scale.Format, scales), joined);
            case Transpose transpose:
                return new CodeTensor(shape, first.Scale, Transpose.Permute(first.Shape, first.Ordered(channelsLast: false).Codes, transpose.Axes));
            case Pool pool:
                return CodeTensor.Of(pool.Evaluate([first.ToReal()]), first.Scale);
            case Slice slice:
                // Codes are whole numbers, which doubles hold as they are.
                double[] codes = Array.ConvertAll(first.Ordered(channelsLast: false).Codes, code => (double)code);
                return new CodeTensor(shape, first.Scale, Array.ConvertAll(slice.Evaluate([new RealTensor(first.Shape, codes)]).Data, code => (ushort)code));
            default:
                bool keeps = KeepsChannels(first.Shape, shape) || first.Scale.IsUniform;
                int inner = RealTensor.Inner(first.Shape);
                int[] spread = keeps ? first.Scale.Scales : [.. first.Scale.Scales.SelectMany(scale => Enumerable.Repeat(scale, inner))];
                return new CodeTensor(shape, first.Scale with { Scales = spread }, first.Ordered(channelsLast: false).Codes);
        }
    }

    private static bool KeepsChannels(int[] before, int[] after) => before.Length > 0 && after.Length > 0 && before[0] == after[0];

    private static int[] Spread(int[] groups, int inner) => [.. groups.SelectMany(group => Enumerable.Repeat(group, inner))];

    private static int[] Joined(int[][] groups)
    {
        int start = 0;
        var joined = new List<int>();
        foreach (int[] part in groups)
        {
            joined.AddRange(part.Select(group => start + group));
            start += part.Max() + 1;
        }

        return [.. joined];
    }
}
