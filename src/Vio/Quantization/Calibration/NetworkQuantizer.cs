using XrNpe.Arith;
using XrNpe.Coproc;

namespace XrNpe.Vio;

/// <summary>
/// Quantizes a network layer by layer, in the order in which they run: each layer's scales are chosen on what the quantized layers before it give, so
/// that it makes up for their errors where it can.
/// </summary>
public static class NetworkQuantizer
{
    /// <summary>Quantizes a network.</summary>
    /// <param name="set">What scales are chosen by.</param>
    /// <param name="formats">The format of each layer, by name.</param>
    /// <param name="progress">Told which layer is next and which part of all is done, or null.</param>
    public static CalibratedNetwork Quantize(CalibrationSet set, Func<string, NumberFormat> formats, Action<string, double>? progress = null)
    {
        LoweredNetwork network = set.Network;
        Dictionary<string, RealTensor>[] values =
            [.. set.References.Select(reference => network.Network.Inputs.ToDictionary(input => input.Name, input => reference[input.Name]))];
        var layers = new List<QuantizedLayer>();
        var noise = new Dictionary<string, double?>();
        for (int i = 0; i < network.Steps.Count; i++)
        {
            LoweredStep step = network.Steps[i];
            progress?.Invoke(step.Node.Name, (double)i / network.Steps.Count);
            if (step.Layer is not { } layer)
            {
                Parallel.ForEach(values, value => value[step.Output] = step.Node.Operator.Evaluate([.. step.Inputs.Select(input => value[input])]));
                continue;
            }

            QuantizedLayer quantized = LayerQuantizer.Quantize(
                layer,
                formats(layer.Name),
                [.. layer.Inputs.Select(input => values.Select(value => value[input]).ToArray())],
                [.. set.References.Select(reference => reference[layer.Name])],
                Groups(network, layer));
            layers.Add(quantized);
            Parallel.ForEach(values, value => value[layer.Output] = RunAlone(quantized, value));
            noise.Add(layer.Name, Sqnr.Decibels(Joined(set.References, layer.Output), Joined(values, layer.Output)));
        }

        return new CalibratedNetwork(new QuantizedNetwork(network, layers, HostScales(network, values)), noise);
    }

    /// <summary>A layer's value in float32, from inputs in double.</summary>
    internal static RealTensor RunAlone(QuantizedLayer layer, IReadOnlyDictionary<string, RealTensor> values)
    {
        CodeTensor[] operands = [.. layer.Inputs.Select((scale, i) => CodeTensor.Of(values[layer.Layer.Inputs[i]], scale))];
        using var golden = new GoldenBackend();
        double[] results =
        [
            .. layer.Jobs(operands, output: null).SelectMany(job => golden.Run(job).C).Select(code => (double)BitConverter.UInt32BitsToSingle(code)),
        ];
        int[] shape = layer.Layer.OutputShape;
        if (layer.Layer.Kind != EngineKind.Convolution) return new RealTensor(shape, results);
        return new RealTensor(shape, Transpose.Permute([results.Length / shape[0], shape[0]], results, [1, 0]));
    }

    /// <summary>Which channels of a layer's input must share a scale; null when all must, as features of several rows do.</summary>
    private static int[]? Groups(LoweredNetwork network, EngineLayer layer) =>
        layer.Kind == EngineKind.Convolution || (layer.Kind == EngineKind.Linear && layer.OutputShape.Length == 1)
            ? CodeMoves.Groups(network, layer.Inputs[0])
            : null;

    private static Dictionary<string, int> HostScales(LoweredNetwork network, Dictionary<string, RealTensor>[] values) =>
        values[0].Keys.Where(name => network.HostSteps.Any(step => step.Inputs.Contains(name)))
            .ToDictionary(name => name, name => InputScales.Uniform(NumberFormat.P16, [.. values.Select(value => value[name])]));

    private static double[] Joined(IEnumerable<IReadOnlyDictionary<string, RealTensor>> values, string name) => [.. values.SelectMany(value => value[name].Data)];
}

/// <summary>A network in codes, and how well its layers do on the frame pairs that it was made by.</summary>
/// <param name="Network">The network.</param>
/// <param name="Decibels">By layer: signal to noise of its value against the reference, errors of earlier layers included; null without noise.</param>
public sealed record CalibratedNetwork(QuantizedNetwork Network, IReadOnlyDictionary<string, double?> Decibels);
