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
            sum += weight * LatticeNoise.At((double)x / cell, (double)y / cell, Seed + octave);
            total += weight;
            weight /= 2;
            cell /= 2;
        }

        return sum / total;
    }
}
