using XrNpe.Arith;

namespace XrNpe.Vio;

/// <summary>Values to codes and back, with a power-of-two scale.</summary>
internal static class ScaledCode
{
    /// <summary>round(x · 2^−scale), rounded once.</summary>
    public static uint Round(NumberFormat format, double x, int scale)
    {
        double scaled = Math.ScaleB(x, -scale);

        // What leaves the range of a double is still a nonzero real: it must saturate, not become zero or NaR.
        if (x != 0 && double.IsFinite(x))
        {
            scaled = Math.CopySign(Math.Clamp(Math.Abs(scaled), double.Epsilon, double.MaxValue), x);
        }

        return FormatConvert.FromDouble(format, scaled);
    }

    /// <summary>The code's value · 2^scale.</summary>
    public static double Value(NumberFormat format, uint code, int scale) => Math.ScaleB(FormatConvert.ToDouble(format, code), scale);
}
