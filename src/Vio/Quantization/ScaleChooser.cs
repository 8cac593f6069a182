using XrNpe.Arith;

namespace XrNpe.Vio;

/// <summary>
/// Chooses the power-of-two scale s of a tensor, tensor ≈ codes · 2^s. The rule: with e = ⌊log2 max|x|⌋ over the finite values, of
/// all s from e − min(largest exponent of the format, 8) − 3 to e + 1 the one with the smallest sum of squared errors, summed in
/// double in row-major order, saturation included and what is not finite left out; of equals the one nearest 0, then the
/// smaller. A tensor of zeros, or without a finite value, gets 0.
/// </summary>
public static class ScaleChooser
{
    /// <summary>The largest scale either way that a tensor can be given: beyond it, every double is out of reach.</summary>
    public const int Limit = 1100;

    /// <summary>Chooses the scale of <paramref name="values"/> in <paramref name="format"/>.</summary>
    public static int Choose(NumberFormat format, ReadOnlySpan<double> values)
    {
        double largest = 0;
        foreach (double x in values)
        {
            if (double.IsFinite(x)) largest = Math.Max(largest, Math.Abs(x));
        }

        // Float32 has an exponent of its own for every element.
        if (largest == 0 || format == NumberFormat.F32) return 0;

        int top = Math.ILogB(largest);
        int lowest = top - Math.Min(FormatInfo.Of(format).MaxExponent, 8) - 3;
        int best = lowest;
        double bestError = double.PositiveInfinity;
        for (int scale = lowest; scale <= top + 1; scale++)
        {
            double error = SquaredError(format, values, scale, top);
            if (error < bestError || (error == bestError && Math.Abs(scale) < Math.Abs(best))) (best, bestError) = (scale, error);
        }

        return best;
    }

    /// <summary>The sum of squared errors in units of 2^top, so that neither huge nor tiny tensors overflow a double.</summary>
    private static double SquaredError(NumberFormat format, ReadOnlySpan<double> values, int scale, int top)
    {
        double sum = 0;
        foreach (double x in values)
        {
            if (!double.IsFinite(x)) continue;
            uint code = ScaledCode.Round(format, x, scale);
            double error = Math.ScaleB(x, -top) - ScaledCode.Value(format, code, scale - top);
            sum += error * error;
        }

        return sum;
    }
}
