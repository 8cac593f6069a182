namespace XrNpe.Vio;

/// <summary>A state dict on disk: a .safetensors or .npz file with a tensor for every parameter.</summary>
public sealed class StateDict : IParameters
{
    private readonly string _path;
    private readonly IReadOnlyList<string> _names;
    private readonly Func<string, NumericTensor> _read;

    private StateDict(string path, IReadOnlyList<string> names, Func<string, NumericTensor> read)
    {
        _path = path;
        _names = names;
        _read = read;
    }

    /// <summary>Opens a file.</summary>
    /// <exception cref="InputException">It cannot be read, or is neither.</exception>
    public static StateDict Open(string path)
    {
        if (path.EndsWith(".safetensors", StringComparison.OrdinalIgnoreCase))
        {
            return new StateDict(path, [.. SafetensorsReader.List(path).Select(entry => entry.Name)], name => SafetensorsReader.Read(path, name));
        }

        if (path.EndsWith(".npz", StringComparison.OrdinalIgnoreCase))
        {
            IReadOnlyDictionary<string, NumericTensor> arrays = NpzReader.Read(path);
            return new StateDict(path, [.. arrays.Keys], name => arrays[name]);
        }

        throw new InputException($"{path} holds no weights that can be read: a .safetensors or .npz file with a tensor for each parameter, or a network as .onnx");
    }

    /// <inheritdoc/>
    public double[] Get(string name, params int[] shape)
    {
        if (!_names.Contains(name))
        {
            const int Shown = 6;
            string[] near = [.. _names.OrderByDescending(other => Likeness(name, other)).Take(Shown)];
            throw new InputException($"{_path} has no parameter {InputException.Quote(name)}; nearest are {string.Join(", ", near)}, of {_names.Count}");
        }

        NumericTensor tensor = _read(name);
        if (!tensor.Shape.SequenceEqual(shape))
        {
            throw new InputException($"{_path}: parameter {name} is {Network.Text(tensor.Shape)}, the network wants {Network.Text(shape)}");
        }

        double[] values = tensor.Values ?? throw new InputException($"{_path}: parameter {name} holds integers, the network wants floats");
        int bad = Array.FindIndex(values, x => !double.IsFinite(x));
        return bad < 0 ? values : throw new InputException($"{_path}: parameter {name}{tensor.ElementText(bad)} is {values[bad]}: a finite number");
    }

    /// <summary>Letters that two names share at their ends: a forgotten prefix is the likeliest mistake, a misspelt end the next.</summary>
    private static int Likeness(string a, string b) =>
        a.Reverse().Zip(b.Reverse()).TakeWhile(pair => pair.First == pair.Second).Count() + a.Zip(b).TakeWhile(pair => pair.First == pair.Second).Count();
}
