namespace XrNpe.Vio;

/// <summary>Networks by name, or out of ONNX files.</summary>
public static class Networks
{
    private const string OnnxEnding = ".onnx";

    private static readonly (string Name, Func<IParameters, Network> Create)[] Known = [(UlVio.Name, UlVio.Create), (UlVioSmall.Name, UlVioSmall.Create)];

    /// <summary>Networks that are known by name.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Known.Select(network => network.Name)];

    /// <summary>A network with its weights.</summary>
    /// <param name="network">One of <see cref="Names"/>, or a path to a .onnx file.</param>
    /// <param name="weights">A .safetensors or .npz file; null for ONNX, which brings its own.</param>
    /// <exception cref="InputException">There is no such network, or its weights do not fit.</exception>
    public static Network Open(string network, string? weights)
    {
        if (IsOnnx(network))
        {
            return weights is null
                ? OnnxImporter.Read(network)
                : throw new InputException($"{network} brings its own weights: leave out --weights {weights}");
        }

        Func<IParameters, Network> create = Find(network);
        return create(StateDict.Open(weights ?? throw new InputException($"{network} needs --weights: a .safetensors or .npz file with its state dict")));
    }

    /// <summary>A network whose shapes alone are looked at: one that is known by name comes without weights.</summary>
    /// <exception cref="InputException">There is no such network.</exception>
    public static Network OpenShapes(string network) => IsOnnx(network) ? OnnxImporter.Read(network) : Find(network)(new NoParameters());

    private static bool IsOnnx(string network) => network.EndsWith(OnnxEnding, StringComparison.OrdinalIgnoreCase);

    private static Func<IParameters, Network> Find(string network) => Array.Find(Known, known => known.Name == network).Create
        ?? throw new InputException($"network {InputException.Quote(network)} is unknown: {string.Join(", ", Names)}, or a {OnnxEnding} file");
}
