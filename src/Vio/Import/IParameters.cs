namespace XrNpe.Vio;

/// <summary>Where a network's parameters come from, by name.</summary>
public interface IParameters
{
    /// <summary>A parameter's values, row-major.</summary>
    /// <param name="name">As in the state dict.</param>
    /// <param name="shape">The shape that the network wants.</param>
    /// <exception cref="InputException">There is none of that name, or it has another shape.</exception>
    double[] Get(string name, params int[] shape);
}

/// <summary>Zeros for every parameter: a network that is only looked at for its shapes.</summary>
public sealed class NoParameters : IParameters
{
    /// <inheritdoc/>
    public double[] Get(string name, params int[] shape) => new double[RealTensor.Count(shape)];
}
