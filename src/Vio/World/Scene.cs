namespace XrNpe.Vio;

/// <summary>What there is to be seen.</summary>
internal abstract class Scene
{
    private static readonly Vector3d Sun = new Vector3d(0.55, 0.3, 0.78).Unit();

    /// <summary>The solids.</summary>
    public abstract IReadOnlyList<Box> Boxes { get; }

    /// <summary>Number of the surface that a ray meets behind all boxes.</summary>
    public abstract int BackgroundSurface(in Ray ray);

    /// <summary>What a ray sees that meets no box.</summary>
    public abstract Colour Background(in Ray ray);

    /// <summary>What a ray sees that meets a box.</summary>
    /// <param name="ray">The ray.</param>
    /// <param name="box">The box.</param>
    /// <param name="depth">Multiple of the direction at which it meets the box.</param>
    /// <param name="axis">Axis that the face lies across.</param>
    public abstract Colour Face(in Ray ray, Box box, double depth, int axis);

    /// <summary>The light on a face, 0.55 to 1: faces of a box differ, so that its edges are seen.</summary>
    /// <param name="ray">The ray that meets the face.</param>
    /// <param name="axis">Axis that the face lies across.</param>
    protected static double Light(in Ray ray, int axis)
    {
        (double direction, double sun) = axis switch
        {
            0 => (ray.Direction.X, Sun.X),
            1 => (ray.Direction.Y, Sun.Y),
            _ => (ray.Direction.Z, Sun.Z),
        };
        return 0.75 - (0.25 * Math.Sign(direction) * sun);
    }

    /// <summary>The two coordinates along a face.</summary>
    /// <param name="point">A point of the face.</param>
    /// <param name="axis">Axis that the face lies across.</param>
    protected static (double U, double V) Along(Vector3d point, int axis) => axis switch
    {
        0 => (point.Y, point.Z),
        1 => (point.X, point.Z),
        _ => (point.X, point.Y),
    };
}
