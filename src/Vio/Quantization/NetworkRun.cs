using XrNpe.Coproc;

namespace XrNpe.Vio;

/// <summary>One run of a network in codes: the values so far, each as codes or, where nothing takes it as such, in double.</summary>
internal sealed class NetworkRun(QuantizedNetwork network, IMatmulBackend backend, Action<EngineLayer, MatmulJob, MatmulResult>? watcher)
{
    private readonly Dictionary<string, CodeTensor> _codes = [];
    private readonly Dictionary<string, RealTensor> _reals = [];

    /// <summary>Runs all steps.</summary>
    public Dictionary<string, RealTensor> Run(IReadOnlyDictionary<string, RealTensor> inputs)
    {
        foreach (NetworkInput input in network.Network.Network.Inputs) Define(input.Name, inputs[input.Name]);
        foreach (LoweredStep step in network.Network.Steps)
        {
            if (step.Layer is { } layer) RunLayer(network.Layer(layer.Name));
            else RunHost(step);
        }

        return network.Network.Network.Outputs.ToDictionary(output => output, Real);
    }

    private void RunLayer(QuantizedLayer layer)
    {
        CodeTensor[] operands = [.. layer.Inputs.Select((scale, i) => Codes(layer.Layer.Inputs[i], scale))];
        string name = layer.Layer.Output;
        ValueScale? held = network.Held(name);
        uint[] results = layer.Run(operands, held, backend, watcher);
        if (held is null) _reals[name] = layer.Singles(results);
        else _codes[name] = new CodeTensor(layer.Layer.OutputShape, held, Array.ConvertAll(results, code => (ushort)code), layer.Layer.Kind == EngineKind.Convolution);
    }

    private void RunHost(LoweredStep step)
    {
        int[] shape = network.Network.Network.Shape(step.Output);
        if (step.MovesCodes && step.Inputs.All(_codes.ContainsKey))
        {
            CodeTensor[] inputs = [.. step.Inputs.Select(input => _codes[input])];
            if (CodeMoves.CanMove(step.Node.Operator, inputs, shape))
            {
                _codes[step.Output] = CodeMoves.Move(step.Node.Operator, inputs, shape);
                return;
            }
        }

        Define(step.Output, step.Node.Operator.Evaluate([.. step.Inputs.Select(Real)]));
    }

    private void Define(string name, RealTensor value)
    {
        _reals[name] = value;
        if (network.Held(name) is { } held) _codes[name] = CodeTensor.Of(value, held);
    }

    private CodeTensor Codes(string value, ValueScale wanted) =>
        _codes.TryGetValue(value, out CodeTensor? codes) && codes.Scale.Same(wanted) ? codes : CodeTensor.Of(Real(value), wanted);

    /// <summary>A value in double: what its codes stand for, where it has any.</summary>
    private RealTensor Real(string value) => _codes.TryGetValue(value, out CodeTensor? codes) ? codes.ToReal() : _reals[value];
}
