namespace XrNpe.Vio;

/// <summary>Puts networks together layer by layer, with parameters named as in a state dict.</summary>
internal sealed class NetworkBuilder(IParameters parameters)
{
    private readonly List<Node> _nodes = [];

    /// <summary>The nodes so far.</summary>
    public IReadOnlyList<Node> Nodes => _nodes;

    /// <summary>Adds a node.</summary>
    /// <returns>Its name, which is also its value's.</returns>
    public string Add(string name, Operator op, params string[] inputs)
    {
        _nodes.Add(new Node(name, op, inputs));
        return name;
    }

    /// <summary>A convolution without bias, BatchNorm and LeakyReLU, as UL-VIO's visual encoder stacks them: <c>name.conv</c>, <c>name.norm</c>.</summary>
    public string ConvNormAct(string name, int channels, int outputs, int kernel, int stride, double slope, string input)
    {
        double[] weights = parameters.Get($"{name}.conv.weight", outputs, channels, kernel, kernel);
        string conv = Add(name, new Convolution(weights, outputs, channels, WindowGeometry.Square(kernel, stride)), input);
        string norm = Add($"{name}.norm", Norm($"{name}.norm", outputs), conv);
        return Add($"{name}.act", new Rectifier(slope), norm);
    }

    /// <summary>A convolution over a sequence, with bias and half its kernel of padding.</summary>
    public string Sequence(string name, int channels, int outputs, int kernel, string input) => Add(
        name,
        new Convolution(parameters.Get($"{name}.weight", outputs, channels, kernel), outputs, channels, WindowGeometry.Sequence(kernel), parameters.Get($"{name}.bias", outputs)),
        input);

    /// <summary>A linear layer with bias.</summary>
    public string Linear(string name, int features, int outputs, string input) =>
        Add(name, new Linear(parameters.Get($"{name}.weight", outputs, features), outputs, features, parameters.Get($"{name}.bias", outputs)), input);

    /// <summary>The BatchNorm of a name.</summary>
    public BatchNorm Norm(string name, int channels) => BatchNorm.Of(
        parameters.Get($"{name}.weight", channels),
        parameters.Get($"{name}.bias", channels),
        parameters.Get($"{name}.running_mean", channels),
        parameters.Get($"{name}.running_var", channels));
}
