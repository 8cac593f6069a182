namespace XrNpe.Vio;

/// <summary>
/// The six numbers that the network gives for a frame pair, in its order: Euler angles of the rotation Rz·Ry·Rx and the translation,
/// both from the earlier frame's point of view.
/// </summary>
/// <param name="EulerX">Angle about x, radians.</param>
/// <param name="EulerY">Angle about y, radians.</param>
/// <param name="EulerZ">Angle about z, radians.</param>
/// <param name="X">Translation along x, metres.</param>
/// <param name="Y">Translation along y, metres.</param>
/// <param name="Z">Translation along z, metres.</param>
public readonly record struct RelativePose(double EulerX, double EulerY, double EulerZ, double X, double Y, double Z)
{
    /// <summary>How many numbers.</summary>
    public const int Numbers = 6;

    /// <summary>The three angles, radians.</summary>
    public Vector3d Euler => new(EulerX, EulerY, EulerZ);

    /// <summary>The translation, metres.</summary>
    public Vector3d Translation => new(X, Y, Z);

    /// <summary>From the network's six outputs.</summary>
    public static RelativePose FromNumbers(ReadOnlySpan<double> numbers)
    {
        if (numbers.Length != Numbers) throw new ArgumentException($"{numbers.Length} numbers; a relative pose is {Numbers}", nameof(numbers));
        return new RelativePose(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5]);
    }

    /// <summary>From a transform, by the angles of its rotation.</summary>
    public static RelativePose FromPose(Pose pose)
    {
        Vector3d euler = pose.Rotation.Euler();
        return new RelativePose(euler.X, euler.Y, euler.Z, pose.Translation.X, pose.Translation.Y, pose.Translation.Z);
    }

    /// <summary>The transform.</summary>
    public Pose ToPose() => new(Rotation.FromEuler(EulerX, EulerY, EulerZ), Translation);

    /// <summary>The six numbers in the network's order.</summary>
    public double[] ToNumbers() => [EulerX, EulerY, EulerZ, X, Y, Z];
}
