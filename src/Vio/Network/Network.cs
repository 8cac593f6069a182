namespace XrNpe.Vio;

/// <summary>A network for one frame pair: nodes in the order in which they run, each value named after its node.</summary>
public sealed class Network
{
    private readonly Dictionary<string, int[]> _shapes = [];

    /// <summary>A network, checked.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="inputs">What it is given.</param>
    /// <param name="nodes">Its nodes; each takes inputs or values of earlier nodes.</param>
    /// <param name="outputs">The values it gives.</param>
    /// <exception cref="InputException">A shape does not fit, or a value does not exist; the message names the layer.</exception>
    public Network(string name, IReadOnlyList<NetworkInput> inputs, IReadOnlyList<Node> nodes, IReadOnlyList<string> outputs)
    {
        Name = name;
        Inputs = inputs;
        Nodes = nodes;
        Outputs = outputs;
        foreach (NetworkInput input in inputs) Define(input.Name, input.Shape);
        foreach (Node node in nodes) Define(node.Name, Infer(name, node, [.. node.Inputs.Select(input => Shape(input, node.Name))]));
        foreach (string output in outputs) _ = Shape(output, "the outputs");
    }

    /// <summary>What it is called.</summary>
    public string Name { get; }

    /// <summary>What it is given.</summary>
    public IReadOnlyList<NetworkInput> Inputs { get; }

    /// <summary>Its nodes, in the order in which they run.</summary>
    public IReadOnlyList<Node> Nodes { get; }

    /// <summary>The values it gives.</summary>
    public IReadOnlyList<string> Outputs { get; }

    /// <summary>Parameters that were learnt.</summary>
    public long Parameters => Nodes.Sum(node => node.Operator.Parameters);

    /// <summary>The shape of a value, without the batch.</summary>
    public int[] Shape(string value) => Shape(value, "the caller");

    /// <summary>The nodes that take a value.</summary>
    public IEnumerable<Node> Consumers(string value) => Nodes.Where(node => node.Inputs.Contains(value));

    /// <summary>The part of the network that a value depends on.</summary>
    public Network Until(string value)
    {
        var needed = new HashSet<string> { value };
        foreach (Node node in Nodes.Reverse().Where(node => needed.Contains(node.Name))) needed.UnionWith(node.Inputs);
        return new Network(Name, Inputs, [.. Nodes.Where(node => needed.Contains(node.Name))], [value]);
    }

    /// <summary>Runs the network in double.</summary>
    /// <param name="inputs">A value for each input.</param>
    /// <returns>All values, those of inputs included.</returns>
    /// <exception cref="InputException">An input is missing or has another shape.</exception>
    public IReadOnlyDictionary<string, RealTensor> Evaluate(IReadOnlyDictionary<string, RealTensor> inputs)
    {
        var values = new Dictionary<string, RealTensor>();
        foreach (NetworkInput input in Inputs)
        {
            if (!inputs.TryGetValue(input.Name, out RealTensor? value)) throw new InputException($"{Name} wants an input {InputException.Quote(input.Name)} that it was not given");
            if (!value.Shape.SequenceEqual(input.Shape))
            {
                throw new InputException($"{Name}: input {input.Name} is {Text(value.Shape)}, the network wants {Text(input.Shape)}");
            }

            values.Add(input.Name, value);
        }

        foreach (Node node in Nodes) values.Add(node.Name, node.Operator.Evaluate([.. node.Inputs.Select(name => values[name])]));
        return values;
    }

    internal static string Text(IReadOnlyList<int> shape) => NumericTensor.ShapeText(shape);

    /// <summary>The shape of a node's value.</summary>
    /// <param name="network">Name of the network, for messages.</param>
    /// <param name="node">The node.</param>
    /// <param name="inputs">Shapes of its inputs.</param>
    /// <exception cref="InputException">They do not fit; the message names the layer and the shapes.</exception>
    internal static int[] Infer(string network, Node node, IReadOnlyList<int[]> inputs)
    {
        try
        {
            int[] shape = node.Operator.OutputShape(inputs);
            return RealTensor.Count(shape) > 0 ? shape : throw new ShapeException($"it gives {Text(shape)}, which holds nothing");
        }
        catch (Exception e) when (e is ShapeException or OverflowException)
        {
            string problem = e is ShapeException ? e.Message : "what it gives has more elements than can be held";
            throw new InputException($"{network}: layer {node.Name} ({node.Operator.Description}) does not fit its input {string.Join(" and ", inputs.Select(Text))}: {problem}", e);
        }
    }

    private int[] Shape(string value, string user) => _shapes.TryGetValue(value, out int[]? shape)
        ? shape
        : throw new InputException($"{Name}: {user} takes {InputException.Quote(value)}, which no input and no earlier layer gives");

    private void Define(string name, int[] shape)
    {
        if (!_shapes.TryAdd(name, shape)) throw new InputException($"{Name}: two values are called {InputException.Quote(name)}");
    }
}
