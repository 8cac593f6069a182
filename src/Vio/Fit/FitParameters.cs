namespace XrNpe.Vio;

/// <summary>Parameters that are being made: what a network asks for first comes to be, and can be changed until the network is final.</summary>
/// <param name="create">Makes a parameter's first values from its name and shape.</param>
internal sealed class FitParameters(Func<string, int[], double[]> create) : IParameters
{
    private readonly List<(string Name, int[] Shape, double[] Data)> _all = [];

    /// <summary>All parameters, in the order in which they were first asked for.</summary>
    public IReadOnlyList<(string Name, int[] Shape, double[] Data)> All => _all;

    /// <summary>The values of a parameter, to be changed in place.</summary>
    public double[] this[string name] => _all.Find(parameter => parameter.Name == name).Data;

    /// <inheritdoc/>
    public double[] Get(string name, params int[] shape)
    {
        if (_all.Find(parameter => parameter.Name == name).Data is { } known) return known;
        double[] data = create(name, shape);
        _all.Add((name, shape, data));
        return data;
    }
}
