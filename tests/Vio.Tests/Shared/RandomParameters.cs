namespace XrNpe.Vio.Tests;

/// <summary>Parameters as a trained network might have them, by seed: small weights, variances above 0.</summary>
internal sealed class RandomParameters(int seed) : IParameters
{
    private readonly Random _random = new(seed);

    public double[] Get(string name, params int[] shape)
    {
        double[] values = [.. Enumerable.Range(0, RealTensor.Count(shape)).Select(_ => (double)(float)((2 * _random.NextDouble()) - 1))];
        if (name.EndsWith("running_var", StringComparison.Ordinal)) return Array.ConvertAll(values, x => (double)(float)(1 + (x / 2)));
        double reach = Math.Sqrt(3.0 / RealTensor.Inner(shape));
        return Array.ConvertAll(values, x => (double)(float)(x * reach));
    }
}
