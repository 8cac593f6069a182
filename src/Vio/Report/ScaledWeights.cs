using XrNpe.Arith;

namespace XrNpe.Vio;

/// <summary>Where the weights of a network lie on the number line of a format, after their scales and before they are rounded.</summary>
/// <param name="Bins">Weights by the power of two of their size, <see cref="BinsPerOctave"/> for each.</param>
/// <param name="Zeros">Weights that are 0.</param>
/// <param name="Faint">Weights that are not 0, and smaller than those of the bins.</param>
/// <param name="Lost">Weights that are not 0, and whose codes are.</param>
/// <param name="Saturated">Weights above the largest value.</param>
/// <param name="Count">All weights.</param>
/// <param name="Source">The precision that they were taken from.</param>
internal sealed record ScaledWeights(long[] Bins, long Zeros, long Faint, long Lost, long Saturated, long Count, string Source)
{
    /// <summary>Bins of a factor of two.</summary>
    public const int BinsPerOctave = 4;

    /// <summary>The octaves of all bins start at 2^−this and end at 2^this; what is larger is in the last.</summary>
    public const int Octaves = 14;

    /// <summary>The weights of the layers in a format, in the run that has most of them; null where no run has any.</summary>
    public static ScaledWeights? Of(NumberFormat format, IReadOnlyList<PrecisionRun> runs)
    {
        PrecisionRun? run = runs.Where(one => one.Network is not null).MaxBy(one => Weights(one, format));
        if (run is null || Weights(run, format) == 0) return null;
        long[] bins = new long[2 * Octaves * BinsPerOctave];
        long zeros = 0, faint = 0, lost = 0, saturated = 0, count = 0;
        double largest = FormatConvert.ToDouble(format, LargestCode(format));
        foreach (QuantizedLayer layer in Layers(run, format))
        {
            for (int at = 0; at < layer.Layer.Weights.Length; at++)
            {
                double size = Math.Abs(Scaled(layer, at));
                count++;
                if (size == 0)
                {
                    zeros++;
                    continue;
                }

                if (FormatConvert.ToDouble(format, layer.Weights[at]) == 0) lost++;
                if (size > largest) saturated++;
                int bin = (int)Math.Floor((Math.Log2(size) + Octaves) * BinsPerOctave);
                if (bin < 0) faint++;
                else bins[Math.Min(bin, bins.Length - 1)]++;
            }
        }

        return new ScaledWeights(bins, zeros, faint, lost, saturated, count, run.Name);
    }

    /// <summary>The code of the largest value.</summary>
    public static uint LargestCode(NumberFormat format) => (1u << (FormatInfo.Of(format).Bits - 1)) - 1;

    private static IEnumerable<QuantizedLayer> Layers(PrecisionRun run, NumberFormat format) => run.Network!.Network.Layers.Where(layer => layer.Format == format);

    private static long Weights(PrecisionRun run, NumberFormat format) => Layers(run, format).Sum(layer => layer.Layer.Weights.LongLength);

    /// <summary>A weight over its scale, before it is rounded.</summary>
    internal static double Scaled(QuantizedLayer layer, int at)
    {
        int terms = layer.Layer.Shape.K, output = at / terms, term = at % terms;
        return Math.ScaleB(layer.Layer.Weights[at], layer.Inputs[0].Of(layer.Layer.ChannelOf(term)) - layer.InputBase - layer.WeightScales[output]);
    }
}
