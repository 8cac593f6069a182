using XrNpe.Arith;

namespace XrNpe.Vio;

/// <summary>Ways to hold a layer's input that are worth a try.</summary>
internal static class InputScales
{
    private const int MostSamples = 16384;

    /// <summary>The best single scale.</summary>
    public static int Uniform(NumberFormat format, IReadOnlyList<RealTensor> values) =>
        ScaleChooser.Choose(format, Thinned(values.SelectMany(value => value.Data), values.Sum(value => value.Data.LongLength)));

    /// <summary>
    /// A single scale, the best for rounding the values and those around it; and a scale for each channel, either as free as can be or not far from
    /// the single one, since what is taken out of a channel goes into its weights, which have a scale for each output only.
    /// </summary>
    /// <param name="format">The format.</param>
    /// <param name="values">The input for each frame pair.</param>
    /// <param name="groups">Which channels must share a scale; null when all must.</param>
    public static IReadOnlyList<ValueScale> Candidates(NumberFormat format, IReadOnlyList<RealTensor> values, int[]? groups)
    {
        int uniform = Uniform(format, values);
        var candidates = new List<ValueScale>
        {
            ValueScale.Uniform(format, uniform),
            ValueScale.Uniform(format, uniform - 1),
            ValueScale.Uniform(format, uniform + 1),
        };
        if (groups is null || groups.Max() == 0) return candidates;

        int[] free = ByGroup(format, values, groups, uniform);
        foreach (int reach in (int[])[1, 2, int.MaxValue / 2])
        {
            int[] scales = [.. free.Select(scale => Math.Clamp(scale, uniform - reach, uniform + reach))];
            if (scales.Distinct().Count() > 1) candidates.Add(new ValueScale(format, scales));
        }

        return candidates;
    }

    private static int[] ByGroup(NumberFormat format, IReadOnlyList<RealTensor> values, int[] groups, int otherwise)
    {
        int inner = RealTensor.Inner(values[0].Shape);
        int[] scales = new int[groups.Max() + 1];
        Parallel.For(0, scales.Length, group =>
        {
            int[] channels = [.. Enumerable.Range(0, groups.Length).Where(channel => groups[channel] == group)];
            IEnumerable<double> samples = values.SelectMany(value => channels.SelectMany(channel => value.Data.AsSpan(channel * inner, inner).ToArray()));
            double[] thinned = Thinned(samples, (long)values.Count * channels.Length * inner);

            // A channel that is always 0 here may not be so elsewhere.
            scales[group] = Array.TrueForAll(thinned, x => x == 0) ? otherwise : ScaleChooser.Choose(format, thinned);
        });
        return [.. groups.Select(group => scales[group])];
    }

    private static double[] Thinned(IEnumerable<double> values, long count)
    {
        // An odd step, so that it does not fall in with the width of an image.
        int step = (int)(count / MostSamples) | 1;
        return [.. values.Where((_, i) => i % step == 0)];
    }
}
