using MathNet.Numerics.LinearAlgebra;

namespace XrNpe.Vio;

/// <summary>Ridge regression: the linear map with an offset that is nearest to targets, large coefficients held down. Features count in units of their spread.</summary>
internal static class Ridge
{
    /// <summary>Fits W and b so that features · Wᵀ + b ≈ targets.</summary>
    /// <param name="features">Samples × features.</param>
    /// <param name="targets">Samples × outputs.</param>
    /// <param name="strength">Weight of the penalty for each sample.</param>
    /// <returns>W, outputs × features row-major, and b.</returns>
    public static (double[] Weights, double[] Bias) Fit(double[][] features, double[][] targets, double strength)
    {
        Spread spread = Spread.Of(features);
        double[] middle = Spread.Of(targets).Mean;
        Matrix<double> x = Matrix<double>.Build.DenseOfRowArrays(features.Select(spread.Standardized));
        Matrix<double> y = Matrix<double>.Build.DenseOfRowArrays(targets.Select(row => row.Zip(middle, (value, mean) => value - mean).ToArray()));
        Matrix<double> normal = x.TransposeThisAndMultiply(x);
        for (int i = 0; i < normal.RowCount; i++) normal[i, i] += strength * features.Length;
        Matrix<double> solution = normal.Cholesky().Solve(x.TransposeThisAndMultiply(y));

        int inputs = features[0].Length, outputs = middle.Length;
        double[] weights = new double[outputs * inputs], bias = new double[outputs];
        for (int output = 0; output < outputs; output++)
        {
            bias[output] = middle[output];
            for (int input = 0; input < inputs; input++)
            {
                double weight = solution[input, output] / spread.Deviation[input];
                weights[(output * inputs) + input] = weight;
                bias[output] -= weight * spread.Mean[input];
            }
        }

        return (weights, bias);
    }
}

/// <summary>Mean and standard deviation of each feature.</summary>
/// <param name="Mean">By feature.</param>
/// <param name="Deviation">By feature; 1 for one that never changes.</param>
internal sealed record Spread(double[] Mean, double[] Deviation)
{
    /// <summary>Of samples × features.</summary>
    public static Spread Of(double[][] samples)
    {
        int features = samples[0].Length;
        double[] mean = new double[features], deviation = new double[features];
        foreach (double[] sample in samples)
        {
            for (int i = 0; i < features; i++) mean[i] += sample[i] / samples.Length;
        }

        foreach (double[] sample in samples)
        {
            for (int i = 0; i < features; i++) deviation[i] += (sample[i] - mean[i]) * (sample[i] - mean[i]) / samples.Length;
        }

        for (int i = 0; i < features; i++) deviation[i] = deviation[i] > 1e-18 ? Math.Sqrt(deviation[i]) : 1;
        return new Spread(mean, deviation);
    }

    /// <summary>A sample with mean 0 and deviation 1.</summary>
    public double[] Standardized(double[] sample)
    {
        double[] result = new double[sample.Length];
        for (int i = 0; i < result.Length; i++) result[i] = (sample[i] - Mean[i]) / Deviation[i];
        return result;
    }
}
