namespace XrNpe.Vio;

/// <summary>
/// Texture without aliasing: octaves of value noise in metres on a surface, each faded out before a pixel there grows as large as
/// its cells.
/// </summary>
internal static class SurfaceNoise
{
    /// <summary>Value of the texture, about −1 to 1, mean 0.</summary>
    /// <param name="u">Place along the surface, m.</param>
    /// <param name="v">Place across it, m.</param>
    /// <param name="coarsest">Cells of the first octave, m.</param>
    /// <param name="octaves">Octaves; each has cells half as large and 0.7 of the height.</param>
    /// <param name="footprint">Size of a pixel on the surface, m.</param>
    /// <param name="seed">Of the surface.</param>
    public static double At(double u, double v, double coarsest, int octaves, double footprint, uint seed)
    {
        const double Persistence = 0.7;
        double sum = 0, height = 1, cell = coarsest;
        for (int octave = 0; octave < octaves; octave++)
        {
            double visible = Visible(cell, footprint);
            if (visible <= 0) break;
            sum += visible * height * ((2 * LatticeNoise.At(u / cell, v / cell, seed + (uint)octave)) - 1);
            height *= Persistence;
            cell /= 2;
        }

        return sum;
    }

    /// <summary>How much of a detail is seen: all of it where it is twice as large as a pixel, nothing where it is as small.</summary>
    /// <param name="detail">m.</param>
    /// <param name="footprint">Size of a pixel there, m.</param>
    public static double Visible(double detail, double footprint) => Math.Clamp((detail / footprint) - 1, 0, 1);
}
