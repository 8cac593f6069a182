namespace XrNpe.Vio;

/// <summary>
/// Filters for two stacked grey frames: a grating of random direction on the first, and its negative, moved across the grating by a random fraction of
/// a period, on the second. What has moved as far cancels, what has not stays.
/// </summary>
internal static class MotionFilters
{
    private const double ShortestPeriod = 3, LongestPeriod = 8, LargestMotion = 2.5;

    /// <summary>Weights, outputs × 2 × kernel height × kernel width.</summary>
    public static double[] Of(int[] shape, HashRandom random)
    {
        (int outputs, int height, int width) = (shape[0], shape[2], shape[3]);
        double[] weights = new double[outputs * 2 * height * width];
        for (int output = 0; output < outputs; output++)
        {
            double angle = random.Uniform(0, Math.PI), phase = random.Uniform(0, 2 * Math.PI);
            double frequency = 2 * Math.PI / random.Uniform(ShortestPeriod, LongestPeriod), motion = random.Uniform(-LargestMotion, LargestMotion);
            for (int frame = 0; frame < 2; frame++)
            {
                Span<double> kernel = weights.AsSpan(((output * 2) + frame) * height * width, height * width);
                for (int i = 0; i < kernel.Length; i++)
                {
                    double x = (i % width) - ((width - 1) / 2.0), y = (i / width) - ((height - 1) / 2.0);
                    double across = (x * Math.Cos(angle)) + (y * Math.Sin(angle)) - (frame * motion);
                    double window = Math.Exp(-((x * x) + (y * y)) / width);
                    kernel[i] = (frame == 0 ? 1 : -1) * window * Math.Cos((frequency * across) + phase);
                }

                // A mean of 0, so that brightness is not motion.
                double mean = kernel.ToArray().Average();
                foreach (ref double weight in kernel) weight -= mean;
            }
        }

        return weights;
    }
}
