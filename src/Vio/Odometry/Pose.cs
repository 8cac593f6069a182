namespace XrNpe.Vio;

/// <summary>
/// A rigid transform x ↦ R·x + t. As the pose of a camera it takes camera coordinates to world coordinates; a relative pose takes
/// those of the later frame to those of the earlier.
/// </summary>
/// <param name="Rotation">R.</param>
/// <param name="Translation">t, metres.</param>
public readonly record struct Pose(Rotation Rotation, Vector3d Translation)
{
    /// <summary>Numbers of a line in a KITTI poses file.</summary>
    public const int KittiNumbers = 12;

    /// <summary>No motion.</summary>
    public static Pose Identity { get; } = new(Rotation.Identity, default);

    /// <summary>The transform back.</summary>
    public Pose Inverse()
    {
        Rotation back = Rotation.Transpose();
        return new Pose(back, -(back * Translation));
    }

    /// <summary>The point, transformed.</summary>
    public static Vector3d operator *(Pose pose, Vector3d point) => (pose.Rotation * point) + pose.Translation;

    /// <summary>First <paramref name="second"/>, then this one: this · second.</summary>
    public Pose Compose(Pose second) => new(Rotation * second.Rotation, (Rotation * second.Translation) + Translation);

    /// <summary>The motion from this pose to a later one, seen from this one: this⁻¹ · later.</summary>
    public Pose MotionTo(Pose later) => Inverse().Compose(later);

    /// <summary>From the 12 numbers of the 3×4 matrix [R t], row-major, as KITTI writes it.</summary>
    public static Pose FromKitti(ReadOnlySpan<double> line)
    {
        if (line.Length != KittiNumbers) throw new ArgumentException($"{line.Length} numbers; a pose is {KittiNumbers}", nameof(line));
        return new Pose(
            new Rotation(line[0], line[1], line[2], line[4], line[5], line[6], line[8], line[9], line[10]),
            new Vector3d(line[3], line[7], line[11]));
    }

    /// <summary>The 12 numbers of the 3×4 matrix [R t], row-major, as KITTI writes it.</summary>
    public double[] ToKitti() =>
    [
        Rotation.M00, Rotation.M01, Rotation.M02, Translation.X,
        Rotation.M10, Rotation.M11, Rotation.M12, Translation.Y,
        Rotation.M20, Rotation.M21, Rotation.M22, Translation.Z,
    ];
}
