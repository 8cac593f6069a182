namespace XrNpe.Vio;

/// <summary>One octave of value noise: random numbers on the whole points of a plane, smooth between them.</summary>
internal static class LatticeNoise
{
    /// <summary>The noise at a place, from 0 to 1.</summary>
    public static double At(double x, double y, uint seed)
    {
        double left = Math.Floor(x), bottom = Math.Floor(y);
        int column = (int)left, row = (int)bottom;
        double u = SmoothStep(x - left), v = SmoothStep(y - bottom);
        double low = Mix(IntegerHash.Unit(column, row, seed), IntegerHash.Unit(column + 1, row, seed), u);
        double high = Mix(IntegerHash.Unit(column, row + 1, seed), IntegerHash.Unit(column + 1, row + 1, seed), u);
        return Mix(low, high, v);
    }

    private static double SmoothStep(double t) => t * t * (3 - (2 * t));

    private static double Mix(double a, double b, double t) => a + ((b - a) * t);
}
