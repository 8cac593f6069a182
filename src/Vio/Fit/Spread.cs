namespace XrNpe.Vio;

/// <summary>Mean and standard deviation of each feature.</summary>
/// <param name="Mean">By feature.</param>
/// <param name="Deviation">By feature; 1 for one that never changes.</param>
internal sealed record Spread(double[] Mean, double[] Deviation)
{
    private const double NoVariance = 1e-18;

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

        for (int i = 0; i < features; i++) deviation[i] = deviation[i] > NoVariance ? Math.Sqrt(deviation[i]) : 1;
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
