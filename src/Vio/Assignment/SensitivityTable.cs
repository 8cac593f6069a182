using XrNpe.Arith;

namespace XrNpe.Vio;

/// <summary>How much each layer in each format changes what the network gives, all other layers in p16: measured on the calibration set.</summary>
public sealed class SensitivityTable
{
    private readonly Dictionary<(string Layer, NumberFormat Format), double> _errors;

    private SensitivityTable(Dictionary<(string, NumberFormat), double> errors) => _errors = errors;

    /// <summary>The error of a layer in a format against the network in p16; 0 in p16.</summary>
    public double this[string layer, NumberFormat format] => _errors[(layer, format)];

    /// <summary>Measures a network.</summary>
    /// <param name="set">The calibration set.</param>
    /// <param name="formats">Formats to try.</param>
    /// <param name="progress">Told which layer is next and which part of all is done, or null.</param>
    public static SensitivityTable Measure(CalibrationSet set, IReadOnlyList<NumberFormat> formats, Action<string, double>? progress = null)
    {
        LoweredNetwork network = set.Network;
        LayerByLayer baseline = LayerByLayer.Run(set, _ => NumberFormat.P16, (layer, done) => progress?.Invoke($"p16, {layer}", done));
        RelativePose[] poses = [.. baseline.Values.Select(values => network.Network.Pose(values))];
        var error = new OutputError(poses);
        var errors = new Dictionary<(string, NumberFormat), double>();
        int done = 0;
        foreach (EngineLayer layer in network.Layers)
        {
            foreach (NumberFormat format in formats)
            {
                progress?.Invoke($"sensitivity of {layer.Name}", (double)done++ / (network.Layers.Count * formats.Count));
                if (format == NumberFormat.P16)
                {
                    errors.Add((layer.Name, format), 0);
                    continue;
                }

                QuantizedLayer changed = baseline.Quantize(layer, format);
                var changedPoses = new RelativePose[poses.Length];
                Parallel.For(0, poses.Length, pair => changedPoses[pair] = network.Network.Pose(baseline.Changed(changed, pair)));
                errors.Add((layer.Name, format), error.Of(changedPoses));
            }
        }

        return new SensitivityTable(errors);
    }
}
