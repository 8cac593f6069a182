using XrNpe.Arith;

namespace XrNpe.Vio;

/// <summary>
/// A network as engine and host run it: BatchNorm folded, activations in the output units of the layers before them, and the rest named as steps of
/// the host.
/// </summary>
public sealed class LoweredNetwork
{
    private LoweredNetwork(Network network, IReadOnlyList<LoweredStep> steps)
    {
        Network = network;
        Steps = steps;
        Layers = [.. steps.Select(step => step.Layer).OfType<EngineLayer>()];
    }

    /// <summary>The network, BatchNorm folded; its activations are those of the hardware.</summary>
    public Network Network { get; }

    /// <summary>Its steps, in the order in which they run.</summary>
    public IReadOnlyList<LoweredStep> Steps { get; }

    /// <summary>The steps that are on the engine.</summary>
    public IReadOnlyList<EngineLayer> Layers { get; }

    /// <summary>The steps that are not.</summary>
    public IEnumerable<LoweredStep> HostSteps => Steps.Where(step => step.Layer is null);

    /// <summary>Lowers a network.</summary>
    /// <exception cref="InputException">A layer does not fit the engine: it is too long a sum, or its window too large.</exception>
    public static LoweredNetwork Of(Network network)
    {
        Network folded = WithHardwareSlopes(BatchNormFolding.Apply(network));
        var steps = new List<LoweredStep>();
        var fused = new HashSet<string>();
        foreach (Node node in folded.Nodes)
        {
            if (fused.Contains(node.Name)) continue;
            if (node.Operator is not (Convolution or Linear or MatrixProduct))
            {
                steps.Add(new LoweredStep(node, null));
                continue;
            }

            Node? rectifier = Fusable(folded, node);
            if (rectifier is not null) fused.Add(rectifier.Name);
            Activation activation = (rectifier?.Operator as Rectifier)?.Hardware ?? Activation.None;
            steps.Add(new LoweredStep(node, LayerLowering.Lower(folded, node, rectifier?.Name ?? node.Name, activation)));
        }

        return new LoweredNetwork(folded, steps);
    }

    /// <summary>The layer of a name.</summary>
    /// <exception cref="InputException">There is none.</exception>
    public EngineLayer Layer(string name) => Layers.FirstOrDefault(layer => layer.Name == name)
        ?? throw new InputException($"{Network.Name} has no layer {InputException.Quote(name)} on the engine; it has {string.Join(", ", Layers.Select(layer => layer.Name))}");

    private static Network WithHardwareSlopes(Network network) => new(
        network.Name,
        network.Inputs,
        [.. network.Nodes.Select(node => node.Operator is Rectifier rectifier ? node with { Operator = rectifier.AsHardware() } : node)],
        network.Outputs);

    /// <summary>The rectifier that the output units can apply to a layer's results: the only one to take them.</summary>
    private static Node? Fusable(Network network, Node layer)
    {
        Node[] consumers = [.. network.Consumers(layer.Name)];
        bool alone = consumers.Length == 1 && !network.Outputs.Contains(layer.Name);
        return alone && consumers[0].Operator is Rectifier { Hardware: not null } ? consumers[0] : null;
    }
}
