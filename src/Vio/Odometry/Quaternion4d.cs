namespace XrNpe.Vio;

/// <summary>A quaternion, scalar part first, as the ASL layout of EuRoC writes it.</summary>
/// <param name="W">Scalar part.</param>
/// <param name="X">First imaginary part.</param>
/// <param name="Y">Second imaginary part.</param>
/// <param name="Z">Third imaginary part.</param>
public readonly record struct Quaternion4d(double W, double X, double Y, double Z)
{
    /// <summary>Where the cosine of the angle is larger, a chord serves as the arc.</summary>
    private const double NearlyEqual = 1 - 1e-9;

    /// <summary>Length: 1 for a rotation.</summary>
    public double Length => Math.Sqrt(Dot(this));

    /// <summary>The rotation matrix; the length need not be 1 but not 0 either.</summary>
    public Rotation ToRotation()
    {
        double scale = 2 / Dot(this);
        return new Rotation(
            1 - (scale * ((Y * Y) + (Z * Z))), scale * ((X * Y) - (W * Z)), scale * ((X * Z) + (W * Y)),
            scale * ((X * Y) + (W * Z)), 1 - (scale * ((X * X) + (Z * Z))), scale * ((Y * Z) - (W * X)),
            scale * ((X * Z) - (W * Y)), scale * ((Y * Z) + (W * X)), 1 - (scale * ((X * X) + (Y * Y))));
    }

    /// <summary>Spherical interpolation, the short way round.</summary>
    /// <param name="from">At 0, of length 1.</param>
    /// <param name="to">At 1, of length 1.</param>
    /// <param name="part">0 to 1.</param>
    public static Quaternion4d Slerp(Quaternion4d from, Quaternion4d to, double part)
    {
        double cosine = from.Dot(to);
        double sign = cosine < 0 ? -1 : 1;
        double angle = Math.Acos(Math.Min(1, sign * cosine));
        (double a, double b) = sign * cosine > NearlyEqual
            ? (1 - part, part)
            : (Math.Sin((1 - part) * angle) / Math.Sin(angle), Math.Sin(part * angle) / Math.Sin(angle));
        b *= sign;
        return new Quaternion4d(
            (a * from.W) + (b * to.W), (a * from.X) + (b * to.X), (a * from.Y) + (b * to.Y), (a * from.Z) + (b * to.Z));
    }

    private double Dot(Quaternion4d other) => (W * other.W) + (X * other.X) + (Y * other.Y) + (Z * other.Z);
}
