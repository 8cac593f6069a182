using XrNpe.Arith;

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
        LayerByLayer run = LayerByLayer.Run(set, formats, progress);
        Dictionary<string, double?> decibels = set.Network.Layers.ToDictionary(
            layer => layer.Name,
            layer => Sqnr.Decibels(Joined(set.References, layer.Output), Joined(run.Values, layer.Output)));
        return new CalibratedNetwork(new QuantizedNetwork(set.Network, run.Layers, HostScales(run)), decibels);

        Dictionary<string, int> HostScales(LayerByLayer values) => values.Values[0].Keys
            .Where(name => set.Network.HostSteps.Any(step => step.Inputs.Contains(name)))
            .ToDictionary(name => name, name => InputScales.Uniform(NumberFormat.P16, [.. values.Values.Select(value => value[name])]));
    }

    private static double[] Joined(IEnumerable<IReadOnlyDictionary<string, RealTensor>> values, string name) => [.. values.SelectMany(value => value[name].Data)];
}

/// <summary>A network in codes, and how well its layers do on the frame pairs that it was made by.</summary>
/// <param name="Network">The network.</param>
/// <param name="Decibels">By layer: signal to noise of its value against the reference, errors of earlier layers included; null without noise.</param>
public sealed record CalibratedNetwork(QuantizedNetwork Network, IReadOnlyDictionary<string, double?> Decibels);
