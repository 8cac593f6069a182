using XrNpe.Arith;
using XrNpe.Coproc;

namespace XrNpe.Vio;

/// <summary>
/// A network that is quantized layer by layer, with every value that it gives for the calibration set in float32: what a layer in another format
/// changes can be tried from there.
/// </summary>
internal sealed class LayerByLayer
{
    private readonly CalibrationSet _set;
    private readonly Dictionary<string, QuantizedLayer> _layers = [];

    private LayerByLayer(CalibrationSet set)
    {
        _set = set;
        Values = [.. set.References.Select(reference => set.Network.Network.Inputs.ToDictionary(input => input.Name, input => reference[input.Name]))];
    }

    /// <summary>For each frame pair every value, inputs included.</summary>
    public IReadOnlyList<Dictionary<string, RealTensor>> Values { get; }

    /// <summary>The layers in codes, in the order in which they run.</summary>
    public IEnumerable<QuantizedLayer> Layers => _set.Network.Layers.Select(layer => _layers[layer.Name]);

    /// <summary>Quantizes a network.</summary>
    /// <param name="set">What scales are chosen by.</param>
    /// <param name="formats">The format of each layer, by name.</param>
    /// <param name="progress">Told which step is next and which part of all is done, or null.</param>
    public static LayerByLayer Run(CalibrationSet set, Func<string, NumberFormat> formats, Action<string, double>? progress)
    {
        var run = new LayerByLayer(set);
        IReadOnlyList<LoweredStep> steps = set.Network.Steps;
        for (int i = 0; i < steps.Count; i++)
        {
            LoweredStep step = steps[i];
            progress?.Invoke(step.Node.Name, (double)i / steps.Count);
            if (step.Layer is { } layer) run._layers.Add(layer.Name, run.Quantize(layer, formats(layer.Name)));
            Parallel.ForEach(run.Values, values => values[step.Output] = run.Evaluate(step, values));
        }

        return run;
    }

    /// <summary>A layer in codes, its scales chosen on the values that it takes here.</summary>
    public QuantizedLayer Quantize(EngineLayer layer, NumberFormat format) => LayerQuantizer.Quantize(
        layer,
        format,
        [.. layer.Inputs.Select(input => Values.Select(value => value[input]).ToArray())],
        [.. _set.References.Select(reference => reference[layer.Name])],
        layer.ScalesByChannel ? CodeMoves.Groups(_set.Network, layer.Inputs[0]) : null);

    /// <summary>The values of a frame pair with one layer changed; those that do not depend on it are shared.</summary>
    public Dictionary<string, RealTensor> Changed(QuantizedLayer changed, int pair)
    {
        var values = new Dictionary<string, RealTensor>(Values[pair]);
        var touched = new HashSet<string> { changed.Layer.Output };
        values[changed.Layer.Output] = Evaluate(changed, values);
        foreach (LoweredStep step in _set.Network.Steps.SkipWhile(step => step.Layer?.Name != changed.Layer.Name).Skip(1))
        {
            if (!step.Inputs.Any(touched.Contains)) continue;
            values[step.Output] = Evaluate(step, values);
            touched.Add(step.Output);
        }

        return values;
    }

    private RealTensor Evaluate(LoweredStep step, Dictionary<string, RealTensor> values) => step.Layer is { } layer
        ? Evaluate(_layers[layer.Name], values)
        : step.Node.Operator.Evaluate([.. step.Inputs.Select(input => values[input])]);

    /// <summary>A layer's value in float32.</summary>
    private static RealTensor Evaluate(QuantizedLayer layer, Dictionary<string, RealTensor> values)
    {
        using var golden = new GoldenBackend();
        return layer.Singles(layer.Run([.. layer.Inputs.Select((scale, i) => CodeTensor.Of(values[layer.Layer.Inputs[i]], scale))], output: null, golden));
    }
}
