namespace XrNpe.Vio;

/// <summary>Signal to quantization-noise ratio of a result against its float64 reference.</summary>
public static class Sqnr
{
    /// <summary>
    /// 10 · log10(Σ reference² / Σ (reference − result)²), in dB, over the elements where both are finite; null when there is no
    /// noise or no signal, for which there is no finite ratio.
    /// </summary>
    public static double? Decibels(ReadOnlySpan<double> reference, ReadOnlySpan<double> result)
    {
        if (reference.Length != result.Length) throw new ArgumentException("reference and result differ in length", nameof(result));

        // In units of the largest element, so that squares neither overflow nor vanish.
        double largest = 0;
        for (int i = 0; i < reference.Length; i++)
        {
            if (double.IsFinite(reference[i]) && double.IsFinite(result[i])) largest = Math.Max(largest, Math.Max(Math.Abs(reference[i]), Math.Abs(result[i])));
        }

        int top = largest > 0 ? Math.ILogB(largest) : 0;
        double signal = 0, noise = 0;
        for (int i = 0; i < reference.Length; i++)
        {
            if (!double.IsFinite(reference[i]) || !double.IsFinite(result[i])) continue;
            double wanted = Math.ScaleB(reference[i], -top);
            double error = wanted - Math.ScaleB(result[i], -top);
            signal += wanted * wanted;
            noise += error * error;
        }

        return signal > 0 && noise > 0 ? 10 * Math.Log10(signal / noise) : null;
    }
}
