using XrNpe.Vio.Onnx;

namespace XrNpe.Vio;

/// <summary>One graph on its way to a network: node by node, gathering what is not supported.</summary>
internal sealed class OnnxReading
{
    private readonly string _path;
    private readonly GraphProto _graph;
    private readonly int _opset;
    private readonly OnnxNetwork _network;
    private readonly OnnxUnsupported _unsupported = new();
    private readonly Dictionary<string, TensorProto> _initializers = [];
    private readonly Dictionary<string, OnnxValue?> _values = [];
    private readonly Dictionary<string, int> _uses = [];
    private readonly Dictionary<string, int> _numbers = [];

    /// <summary>A graph that has not been read yet.</summary>
    public OnnxReading(string path, GraphProto graph, int opset)
    {
        (_path, _graph, _opset) = (path, graph, opset);
        _network = new OnnxNetwork(Path.GetFileNameWithoutExtension(path));
        foreach (TensorProto tensor in graph.Initializer) _initializers[tensor.Name] = tensor;
        foreach (string used in graph.Node.SelectMany(node => node.Input).Concat(graph.Output.Select(output => output.Name)))
        {
            _uses[used] = _uses.GetValueOrDefault(used) + 1;
        }
    }

    /// <summary>Reads the graph.</summary>
    /// <exception cref="InputException">It cannot be read.</exception>
    public Network Run()
    {
        // Old files list the initializers among the inputs; and what nothing takes need not be given.
        foreach (ValueInfoProto input in _graph.Input.Where(input => !_initializers.ContainsKey(input.Name) && _uses.ContainsKey(input.Name)))
        {
            Define(input.Name, _network.AddInput(input.Name, OnnxInputs.Shape(_path, input)));
        }

        foreach (NodeProto node in _graph.Node) Read(node);
        if (_unsupported.Any) throw _unsupported.Exception(_path);
        return _network.Finish([.. _graph.Output.Select(Output)]);
    }

    private void Read(NodeProto proto)
    {
        string label = Label(proto);
        OnnxValue?[] inputs = [.. proto.Input.Select(input => input.Length == 0 ? null : Take(input, label))];
        bool known = proto.Input.Zip(inputs).All(pair => pair.First.Length == 0 || pair.Second is not null);
        bool guessed = inputs.Any(input => input is { Guessed: true });
        var node = new OnnxNode(_path, proto, label, _opset, inputs, [.. proto.Output.Select(output => _uses.ContainsKey(output))]);
        OnnxValue?[] outputs;
        try
        {
            string[] problems = [.. OnnxOperators.Unsupported(proto.Domain, proto.OpType, OnnxNode.Attributes(proto))];
            foreach (string problem in problems) _unsupported.Add(problem, label);
            outputs = !known ? [] : problems.Length > 0 ? Guess(node, proto) : Convert(node, proto);
        }
        catch (UnsupportedException e)
        {
            _unsupported.Add(e.Message, label);
            outputs = Guess(node, proto);
        }
        catch (OverflowException e)
        {
            throw new InputException($"{_path}: node {InputException.Quote(label)} ({proto.OpType}) makes a value of more elements than can be held", e);
        }
        catch (InputException) when (guessed)
        {
            // What comes after something unsupported may fail for that reason alone.
            outputs = [];
        }

        for (int i = 0; i < proto.Output.Count; i++)
        {
            if (proto.Output[i].Length == 0) continue;
            OnnxValue? output = i < outputs.Length ? outputs[i] : null;
            Define(proto.Output[i], output is null ? null : Marked(output, proto.Output[i], inputs, guessed));
        }
    }

    private OnnxValue?[] Convert(OnnxNode node, NodeProto proto)
    {
        if (ConstantFolding.Apply(node, proto.Output.FirstOrDefault("")) is { } constant) return [OnnxValue.Of(constant)];
        OnnxOperator op = OnnxOperators.Find(proto.OpType) ?? throw new UnsupportedException($"{proto.OpType} of a value");
        return op.Convert(node, _network);
    }

    /// <summary>Says whether a value is its consumer's alone, and whether its shape is sure.</summary>
    private OnnxValue Marked(OnnxValue value, string output, OnnxValue?[] inputs, bool guessed)
    {
        bool once = _uses.GetValueOrDefault(output) == 1;
        OnnxValue? passed = Array.Find(inputs, input => input is { Constant: null } && input.Name == value.Name);
        return value with { Alone = once && (passed?.Alone ?? true), Guessed = value.Guessed || guessed };
    }

    /// <summary>The outputs of a node that is not supported, as far as the file says their shapes, so that what comes after it is looked at too.</summary>
    private OnnxValue?[] Guess(OnnxNode node, NodeProto proto) => [.. proto.Output.Select(output => Assumed(node, output))];

    private OnnxValue? Assumed(OnnxNode node, string output)
    {
        // Most of what is not supported goes element by element.
        OnnxValue? first = node.Inputs.FirstOrDefault(input => input is { Constant: null });
        int[]? shape = OnnxInputs.Said(_graph.ValueInfo.Concat(_graph.Output), output) ?? first?.Shape;
        if (shape is null || first is null) return null;
        bool same = RealTensor.Count(shape) == RealTensor.Count(first.Shape);
        string name = same ? _network.View(first.Name, OnnxValue.Batchless(shape)) : _network.AddInput($"{node.Label}.{output}", shape).Name;
        return new OnnxValue(shape, null, name, Guessed: true);
    }

    private OnnxValue? Take(string name, string user)
    {
        if (_values.TryGetValue(name, out OnnxValue? value)) return value;
        if (!_initializers.TryGetValue(name, out TensorProto? tensor))
        {
            throw new InputException($"{_path}: node {InputException.Quote(user)} takes {InputException.Quote(name)}, which no input and no earlier node gives");
        }

        return _values[name] = OnnxValue.Of(OnnxTensorReader.Read(_path, tensor, name));
    }

    private void Define(string name, OnnxValue? value)
    {
        if (!_values.TryAdd(name, value)) throw new InputException($"{_path}: two nodes or inputs give {InputException.Quote(name)}");
    }

    private string Label(NodeProto proto)
    {
        int number = _numbers[proto.OpType] = _numbers.GetValueOrDefault(proto.OpType) + 1;
        return _network.Note(proto.Name.Length > 0 ? proto.Name : $"{proto.OpType}_{number}");
    }

    private string Output(ValueInfoProto output) => _values.GetValueOrDefault(output.Name) switch
    {
        { Constant: null } value => value.Name,
        null => throw new InputException($"{_path}: output {InputException.Quote(output.Name)} is given by no node"),
        _ => throw new InputException($"{_path}: output {InputException.Quote(output.Name)} is a constant: it depends on no input"),
    };
}
