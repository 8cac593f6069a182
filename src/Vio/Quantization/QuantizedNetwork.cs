using XrNpe.Arith;
using XrNpe.Coproc;

namespace XrNpe.Vio;

/// <summary>
/// A network in codes. Each value is held in the format and with the scales that the layer which takes it wants, so that the output units write what
/// the next layer reads. What goes to a step of the host that computes is held in p16; what the network gives is float32.
/// </summary>
public sealed class QuantizedNetwork
{
    private readonly Dictionary<string, QuantizedLayer> _layers;
    private readonly Dictionary<string, ValueScale> _held = [];

    /// <summary>A network in codes.</summary>
    /// <param name="network">The network.</param>
    /// <param name="layers">Its layers, all of them.</param>
    /// <param name="hostScales">The scale in p16 of each value that a computing step of the host takes.</param>
    public QuantizedNetwork(LoweredNetwork network, IEnumerable<QuantizedLayer> layers, IReadOnlyDictionary<string, int> hostScales)
    {
        Network = network;
        _layers = layers.ToDictionary(layer => layer.Layer.Name);
        foreach (string value in network.Network.Inputs.Select(input => input.Name).Concat(network.Steps.Select(step => step.Output)))
        {
            if (HeldAs(value, hostScales) is { } scale) _held.Add(value, scale);
        }
    }

    /// <summary>The network.</summary>
    public LoweredNetwork Network { get; }

    /// <summary>Its layers in codes.</summary>
    public IReadOnlyList<QuantizedLayer> Layers => [.. Network.Layers.Select(layer => _layers[layer.Name])];

    /// <summary>A layer in codes.</summary>
    public QuantizedLayer Layer(string name) => _layers[name];

    /// <summary>How a value is held between the steps; null for float32, or for a value that only the host uses.</summary>
    public ValueScale? Held(string value) => _held.GetValueOrDefault(value);

    /// <summary>Values that a layer cannot take as they are held, since another takes them in a wider format: the host rounds them again.</summary>
    public IEnumerable<(EngineLayer Layer, string Value)> RoundedAgain =>
        from layer in Layers
        from index in Enumerable.Range(0, layer.Inputs.Count)
        let value = layer.Layer.Inputs[index]
        where Held(value) is not { } held || !held.Same(layer.Inputs[index])
        select (layer.Layer, value);

    /// <summary>Runs the network.</summary>
    /// <param name="inputs">A value for each input.</param>
    /// <param name="backend">What multiplies.</param>
    /// <param name="watcher">Told of every job and its result, or null.</param>
    /// <returns>The network's outputs.</returns>
    public IReadOnlyDictionary<string, RealTensor> Run(
        IReadOnlyDictionary<string, RealTensor> inputs, IMatmulBackend backend, Action<EngineLayer, MatmulJob, MatmulResult>? watcher = null) =>
        new NetworkRun(this, backend, watcher).Run(inputs);

    /// <summary>How a value is held: as the widest of the layers that take it wants it, through steps that only move codes.</summary>
    private ValueScale? HeldAs(string value, IReadOnlyDictionary<string, int> hostScales)
    {
        List<ValueScale> wanted = Wanted(value);
        bool computed = TakenByHost(value);
        if (computed && wanted.TrueForAll(scale => scale.Format != NumberFormat.P16))
        {
            return hostScales.TryGetValue(value, out int host) ? ValueScale.Uniform(NumberFormat.P16, host) : null;
        }

        if (Network.Network.Outputs.Contains(value)) return null;
        return wanted.MaxBy(scale => FormatInfo.Of(scale.Format).Bits);
    }

    private List<ValueScale> Wanted(string value)
    {
        var wanted = new List<ValueScale>();
        foreach (LoweredStep step in Network.Steps)
        {
            for (int input = 0; input < step.Inputs.Count; input++)
            {
                if (step.Inputs[input] != value) continue;
                if (step.Layer is not null) wanted.Add(_layers[step.Layer.Name].Inputs[input]);
                else if (step.MovesCodes) wanted.AddRange(Wanted(step.Output).Select(scale => CodeMoves.Backward(Network, step, input, scale)));
            }
        }

        return wanted;
    }

    /// <summary>A step of the host computes with the value, directly or after codes were moved.</summary>
    private bool TakenByHost(string value) =>
        Network.HostSteps.Any(step => step.Inputs.Contains(value) && (!step.MovesCodes || TakenByHost(step.Output)));
}
