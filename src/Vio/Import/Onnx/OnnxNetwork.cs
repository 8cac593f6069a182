namespace XrNpe.Vio;

/// <summary>The network that an ONNX graph becomes, node by node.</summary>
/// <param name="name">What it is called.</param>
internal sealed class OnnxNetwork(string name)
{
    private readonly List<NetworkInput> _inputs = [];
    private readonly List<Node> _nodes = [];
    private readonly Dictionary<string, int[]> _shapes = [];
    private readonly HashSet<string> _labels = [];

    /// <summary>Adds an input.</summary>
    /// <param name="input">Its name.</param>
    /// <param name="shape">With the batch.</param>
    /// <exception cref="InputException">There is something of that name.</exception>
    public OnnxValue AddInput(string input, int[] shape)
    {
        string clean = Clean(input);
        _inputs.Add(new NetworkInput(clean, OnnxValue.Batchless(shape)));
        if (!_shapes.TryAdd(clean, OnnxValue.Batchless(shape))) throw new InputException($"{name}: two inputs are called {InputException.Quote(clean)}");
        return new OnnxValue(shape, null, clean);
    }

    /// <summary>Adds a node.</summary>
    /// <returns>Its name: the one wanted, with a number behind it where that is taken.</returns>
    /// <exception cref="InputException">The shapes do not fit.</exception>
    public string Add(string wanted, Operator op, params string[] inputs)
    {
        var node = new Node(Unique(wanted), op, inputs);
        _shapes.Add(node.Name, Network.Infer(name, node, [.. inputs.Select(input => _shapes[input])]));
        _nodes.Add(node);
        return node.Name;
    }

    /// <summary>A value in a shape of equal size: itself, or reshaped.</summary>
    /// <returns>Its name.</returns>
    public string View(string value, int[] shape)
    {
        if (_shapes[value].SequenceEqual(shape)) return value;
        var reshape = new Reshape(shape.Length == 1 ? [-1] : shape);
        return Add(value + (shape.Length == 1 ? ".flatten" : ".reshape"), reshape, value);
    }

    /// <summary>A value of the network as one of the graph.</summary>
    /// <param name="value">Name of the network's value.</param>
    /// <param name="shape">Its shape with the batch; where the network's value has another, it is reshaped.</param>
    public OnnxValue Give(string value, int[] shape) => new(shape, null, View(value, OnnxValue.Batchless(shape)));

    /// <summary>Adds a node that takes one value as it is, and gives one with the same batch.</summary>
    public OnnxValue Apply(string wanted, Operator op, OnnxValue input)
    {
        string value = Add(wanted, op, input.Name);
        return Give(value, input.DropsAxis ? [1, .. _shapes[value]] : _shapes[value]);
    }

    /// <summary>A value in a shape that still has an axis, and which axis of that it is.</summary>
    public (string Name, int Axis) Along(OnnxValue value, int axis)
    {
        if (!value.DropsAxis) return (value.Name, axis);
        return axis > 0 ? (value.Name, axis - 1) : (View(value.Name, value.Shape), 0);
    }

    /// <summary>Takes note of what an ONNX node is called.</summary>
    /// <returns>The same.</returns>
    public string Note(string label)
    {
        _labels.Add(label);
        return label;
    }

    /// <summary>True for a name that came from an ONNX node, for want of one of its weights.</summary>
    public bool IsLabel(string node) => _labels.Contains(node);

    /// <summary>The node that gives a value; null for an input.</summary>
    public Node? NodeOf(string value) => _nodes.Find(node => node.Name == value);

    /// <summary>Puts another node in the place of one that nothing takes yet.</summary>
    /// <returns>Its name.</returns>
    public string Replace(Node node, string wanted, Operator op)
    {
        int[] shape = _shapes[node.Name];
        _shapes.Remove(node.Name);
        Node changed = node with { Name = Unique(wanted), Operator = op };
        _shapes.Add(changed.Name, shape);
        _nodes[_nodes.IndexOf(node)] = changed;
        return changed.Name;
    }

    /// <summary>The network.</summary>
    public Network Finish(IReadOnlyList<string> outputs) => new(name, _inputs, _nodes, outputs);

    /// <summary>Names stand in messages, tables and files.</summary>
    public static string Clean(string name) => string.Concat(name.Select(c => char.IsControl(c) ? '\uFFFD' : c));

    private string Unique(string wanted)
    {
        string clean = Clean(wanted), unique = clean;
        for (int number = 2; _shapes.ContainsKey(unique); number++) unique = $"{clean}_{number}";
        return unique;
    }
}
