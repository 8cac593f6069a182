using XrNpe.Arith;
using XrNpe.Coproc;

namespace XrNpe.Vio;

/// <summary>A layer with its numbers in codes.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="Inputs">How its inputs are held, in the layer's format: one, or both of a product of two values.</param>
/// <param name="Weights">Codes of the weights, N × K: weight · 2^(scale of its input channel − <see cref="InputBase"/>) ≈ code · 2^(weight scale of its row).</param>
/// <param name="WeightScales">By row of the weights, that is, output channel; empty for a product of two values.</param>
/// <param name="Bias">By output channel; null for none.</param>
public sealed record QuantizedLayer(EngineLayer Layer, IReadOnlyList<ValueScale> Inputs, ushort[] Weights, int[] WeightScales, double[]? Bias)
{
    /// <summary>Format of its operands.</summary>
    public NumberFormat Format => Inputs[0].Format;

    /// <summary>The power of two that all its sums have in common on the side of the input.</summary>
    public int InputBase => Inputs[0].Largest;

    /// <summary>
    /// The largest error that a bias has since it is a whole number of product LSBs, in units of the layer's value before its activation.
    /// </summary>
    public double BiasError => Bias is null
        ? 0
        : Table([]).Roundings.Select(rounding => Math.Abs(Math.ScaleB(rounding.Error, InputBase + WeightScales[rounding.Channel]))).DefaultIfEmpty().Max();

    /// <summary>Rounds weights to codes.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="input">How its input is held.</param>
    /// <param name="output">Which row of the weights.</param>
    /// <param name="scale">The row's scale.</param>
    /// <param name="codes">Receives K codes.</param>
    internal static void RoundRow(EngineLayer layer, ValueScale input, int output, int scale, Span<ushort> codes)
    {
        int terms = layer.Shape.K, common = input.Largest;
        ReadOnlySpan<double> weights = layer.Weights.AsSpan(output * terms, terms);
        for (int term = 0; term < terms; term++)
        {
            codes[term] = (ushort)ScaledCode.Round(input.Format, weights[term], scale - input.Of(layer.ChannelOf(term)) + common);
        }
    }

    /// <summary>The jobs of the layer.</summary>
    /// <param name="operands">Its inputs, held as <see cref="Inputs"/> says.</param>
    /// <param name="output">How its value is to be held; null for float32 in true units.</param>
    /// <exception cref="InputException">A scale or a bias has no room in a job.</exception>
    public IReadOnlyList<MatmulJob> Jobs(IReadOnlyList<CodeTensor> operands, ValueScale? output)
    {
        NumberFormat format = output?.Format ?? NumberFormat.F32;
        if (Layer.Kind == EngineKind.MatrixProduct) return ProductJobs(operands, output, format);
        CodeTensor input = operands[0].Ordered(channelsLast: Layer.Kind == EngineKind.Convolution);
        (int scale, ChannelEntry[]? channels) = Channels(output);
        return [new MatmulJob(Format, format, Layer.Shape, input.Codes, Weights, Layer.Activation, scale, channels, Layer.Window)];
    }

    /// <summary>Runs the jobs of the layer.</summary>
    /// <param name="operands">Its inputs, held as <see cref="Inputs"/> says.</param>
    /// <param name="output">How its value is to be held; null for float32 in true units.</param>
    /// <param name="backend">What multiplies.</param>
    /// <param name="watcher">Told of every job and its result, or null.</param>
    /// <returns>Codes of the value, in the order in which the jobs give them.</returns>
    public uint[] Run(IReadOnlyList<CodeTensor> operands, ValueScale? output, IMatmulBackend backend, Action<EngineLayer, MatmulJob, MatmulResult>? watcher = null)
    {
        var results = new List<uint[]>();
        foreach (MatmulJob job in Jobs(operands, output))
        {
            MatmulResult result = backend.Run(job);
            watcher?.Invoke(Layer, job, result);
            results.Add(result.C);
        }

        return results.Count == 1 ? results[0] : [.. results.SelectMany(c => c)];
    }

    /// <summary>The value that results in float32 stand for: a convolution's have the channels of a pixel side by side.</summary>
    internal RealTensor Singles(uint[] results)
    {
        double[] values = Array.ConvertAll(results, code => (double)BitConverter.UInt32BitsToSingle(code));
        int[] shape = Layer.OutputShape;
        bool channelsLast = Layer.Kind == EngineKind.Convolution;
        return new RealTensor(shape, channelsLast ? Transpose.Permute([values.Length / shape[0], shape[0]], values, [1, 0]) : values);
    }

    private MatmulJob[] ProductJobs(IReadOnlyList<CodeTensor> operands, ValueScale? output, NumberFormat format)
    {
        (int m, int n, int k) = (Layer.Shape.M, Layer.Shape.N, Layer.Shape.K);
        ushort[] a = operands[0].Ordered(channelsLast: false).Codes, b = operands[1].Ordered(channelsLast: false).Codes;
        int scale = JobScale(InputBase + Inputs[1].Largest - (output?.Of(0) ?? 0));
        return
        [
            .. Enumerable.Range(0, Layer.Jobs).Select(job => new MatmulJob(
                Format,
                format,
                Layer.Shape,
                a[(job * m * k)..((job + 1) * m * k)],
                Transpose.Permute([k, n], b[(job * k * n)..((job + 1) * k * n)], [1, 0]),
                Layer.Activation,
                scale)),
        ];
    }

    /// <summary>The job's scale, and what each output channel has of its own: a bias in units of its sum, and the rest of its scale.</summary>
    private (int Scale, ChannelEntry[]? Channels) Channels(ValueScale? output)
    {
        bool byChannel = output is { IsUniform: false };
        int[] shifts = [.. WeightScales.Select((scale, channel) => InputBase + scale - (output is null ? 0 : output.Of(byChannel ? channel : 0)))];
        int least = shifts.Min(), most = shifts.Max();
        if (Bias is null && least == most) return (JobScale(least), null);

        int common = JobScale(least + ((most - least) / 2));
        if (most - common > sbyte.MaxValue || least - common < sbyte.MinValue)
        {
            throw new InputException($"layer {Layer.Name}: its channels' scales reach from 2^{least} to 2^{most}, more than the channel table has room for");
        }

        return (common, Table([.. shifts.Select(shift => (sbyte)(shift - common))]).Entries);
    }

    /// <summary>The channel table with the biases in units of the sums.</summary>
    private ChannelTable Table(sbyte[] scales)
    {
        ExactBias[] biases = [.. WeightScales.Select((scale, channel) => InUnits(Bias?[channel] ?? 0, InputBase + scale))];
        try
        {
            return ChannelTable.Make(Format, Layer.Shape.K, biases, scales);
        }
        catch (ArgumentException e)
        {
            throw new InputException($"layer {Layer.Name}: {e.Message}", e);
        }
    }

    private int JobScale(int scale) => scale is >= sbyte.MinValue and <= sbyte.MaxValue
        ? scale
        : throw new InputException($"layer {Layer.Name}: its scale is 2^{scale}, and a job has room for −128 to 127; its weights or values are out of all proportion");

    /// <summary>A bias over 2^exponent, exactly.</summary>
    private static ExactBias InUnits(double bias, int exponent)
    {
        ExactBias exact = ExactBias.Of(bias);
        return exponent <= 0
            ? exact with { Numerator = exact.Numerator << -exponent }
            : exact with { Denominator = exact.Denominator << exponent };
    }
}
