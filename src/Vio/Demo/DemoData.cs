namespace XrNpe.Vio;

/// <summary>
/// The demonstration's operands: a convolution layer as a matrix multiply. Only additions, subtractions, multiplications and
/// divisions of doubles go into them, so that every machine makes the same bytes.
/// </summary>
public static class DemoData
{
    /// <summary>Side of the texture.</summary>
    public const int ImageSize = 31;

    /// <summary>Side of a patch and of a filter.</summary>
    public const int PatchSize = 7;

    /// <summary>Distance between patches.</summary>
    public const int Stride = 2;

    /// <summary>Filters, of the 49 there are.</summary>
    public const int Filters = 24;

    private const uint PerturbationSeed = 0x5eed_1000;
    private const double Perturbation = 1.0 / 24;
    private const int Taps = PatchSize * PatchSize;

    /// <summary>Writes <c>activations.npy</c> and <c>weights.npy</c> into a folder, which must exist.</summary>
    /// <exception cref="InputException">They cannot be written.</exception>
    public static void Write(string folder)
    {
        int patches = ((ImageSize - PatchSize) / Stride) + 1;
        double[] activations = Activations(patches);
        double[] weights = Weights();
        OutputFile.Write(Path.Combine(folder, "activations.npy"), s => NpyWriter.WriteValues(s, [patches * patches, Taps], activations, single: true));
        OutputFile.Write(Path.Combine(folder, "weights.npy"), s => NpyWriter.WriteValues(s, [Taps, Filters], weights, single: true));
    }

    /// <summary>7×7 patches of the texture, grey minus one half, one a row.</summary>
    private static double[] Activations(int patches)
    {
        double[] rows = new double[patches * patches * Taps];
        int index = 0;
        for (int patch = 0; patch < patches * patches; patch++)
        {
            (int top, int left) = Math.DivRem(patch, patches);
            for (int tap = 0; tap < Taps; tap++)
            {
                (int dy, int dx) = Math.DivRem(tap, PatchSize);
                rows[index++] = ValueNoise.Pixel((left * Stride) + dx, (top * Stride) + dy) - 0.5;
            }
        }

        return rows;
    }

    /// <summary>Separable derivative filters of the lowest orders, largest tap 1, slightly perturbed; one a column.</summary>
    private static double[] Weights()
    {
        (int X, int Y)[] orders =
            [.. from x in Enumerable.Range(0, PatchSize) from y in Enumerable.Range(0, PatchSize) orderby x + y, x select (x, y)];
        double[] columns = new double[Taps * Filters];
        for (int filter = 0; filter < Filters; filter++)
        {
            int[] horizontal = BinomialDerivative(orders[filter].X), vertical = BinomialDerivative(orders[filter].Y);
            double largest = horizontal.Max(Math.Abs) * vertical.Max(Math.Abs);
            for (int tap = 0; tap < Taps; tap++)
            {
                (int dy, int dx) = Math.DivRem(tap, PatchSize);
                double noise = (IntegerHash.Unit(tap, filter, PerturbationSeed) - 0.5) * Perturbation;
                columns[(tap * Filters) + filter] = (horizontal[dx] * vertical[dy] / largest) + noise;
            }
        }

        return columns;
    }

    /// <summary>The coefficients of (1 + z)^(6 − order) · (1 − z)^order: a binomial smoother's derivative.</summary>
    private static int[] BinomialDerivative(int order)
    {
        int[] taps = new int[PatchSize];
        taps[0] = 1;
        for (int factor = 0; factor < PatchSize - 1; factor++)
        {
            int sign = factor < order ? -1 : 1;
            for (int i = factor + 1; i > 0; i--) taps[i] += sign * taps[i - 1];
        }

        return taps;
    }
}
