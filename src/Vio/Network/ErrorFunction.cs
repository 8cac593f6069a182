namespace XrNpe.Vio;

/// <summary>The error function, 2/√π times the integral of exp(−t²) from 0 to x, to the last bits of a double.</summary>
public static class ErrorFunction
{
    /// <summary>From here on nothing but 1 is nearest: 1 − erf(6) is 2·10⁻¹⁷.</summary>
    private const double Saturated = 6;

    /// <summary>A term that is smaller, relative to the sum, no longer changes it.</summary>
    private const double Negligible = 1e-18;

    private static readonly double Scale = 2 / Math.Sqrt(Math.PI);

    /// <summary>erf(x).</summary>
    public static double Of(double x)
    {
        double size = Math.Abs(x);
        if (size >= Saturated) return Math.Sign(x);

        // exp(−x²) · Σ 2ⁿ·x²ⁿ⁺¹ / (1·3·…·(2n + 1)): every term is positive, so that nothing cancels. A NaN ends the loop and stays.
        double term = size, sum = size;
        for (int n = 1; term > Negligible * sum; n++)
        {
            term *= 2 * size * size / ((2 * n) + 1);
            sum += term;
        }

        return Math.CopySign(Scale * Math.Exp(-size * size) * sum, x);
    }
}
