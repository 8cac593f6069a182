namespace XrNpe.Vio;

/// <summary>A grey texture: value noise, that is random lattice points with smooth interpolation, three octaves of it.</summary>
internal static class ValueNoise
{
    private const uint Seed = 0x5eed_0001;
    private const int CoarsestCell = 8;
    private const int Octaves = 3;

    /// <summary>Brightness of a pixel, 0 to 1.</summary>
    public static double Pixel(int x, int y)
    {
        double sum = 0, weight = 1, total = 0;
        int cell = CoarsestCell;
        for (uint octave = 0; octave < Octaves; octave++)
        {
            sum += weight * Smooth(x, y, cell, Seed + octave);
            total += weight;
            weight /= 2;
            cell /= 2;
        }

        return sum / total;
    }

    private static double Smooth(int x, int y, int cell, uint seed)
    {
        (int column, int right) = Math.DivRem(x, cell);
        (int row, int down) = Math.DivRem(y, cell);
        double u = SmoothStep((double)right / cell), v = SmoothStep((double)down / cell);
        double top = Mix(IntegerHash.Unit(column, row, seed), IntegerHash.Unit(column + 1, row, seed), u);
        double bottom = Mix(IntegerHash.Unit(column, row + 1, seed), IntegerHash.Unit(column + 1, row + 1, seed), u);
        return Mix(top, bottom, v);
    }

    private static double SmoothStep(double t) => t * t * (3 - (2 * t));

    private static double Mix(double a, double b, double t) => a + ((b - a) * t);
}
