namespace XrNpe.Vio;

/// <summary>
/// A smooth motion of a body through the world. World: x, y on the ground, z up, metres. Body, where the IMU sits: x ahead, y left, z up,
/// as KITTI's. Camera, in the same place: x right, y down, z ahead.
/// </summary>
public abstract class Track
{
    /// <summary>Half the step of the central differences, s: their errors are below 1e-5 of the values, and rounding below 1e-7.</summary>
    private const double Step = 1e-3;

    /// <summary>Axes of the camera in the body.</summary>
    public static Rotation CameraInBody { get; } = Rotation.FromColumns(new(0, -1, 0), new(0, 0, -1), new(1, 0, 0));

    /// <summary>Frames a second.</summary>
    public abstract double FrameRate { get; }

    /// <summary>Pose of the body, body to world.</summary>
    /// <param name="time">Seconds from 0 on.</param>
    public abstract Pose Body(double time);

    /// <summary>Pose of the camera, camera to world.</summary>
    /// <param name="time">Seconds from 0 on.</param>
    public Pose Camera(double time) => Body(time).Compose(new Pose(CameraInBody, default));

    /// <summary>Velocity, acceleration and angular rate, by central differences.</summary>
    /// <param name="time">Seconds from 0 on.</param>
    public MotionState Motion(double time)
    {
        Pose before = Body(time - Step), now = Body(time), after = Body(time + Step);
        Vector3d velocity = (after.Translation - before.Translation) / (2 * Step);
        Vector3d acceleration = (after.Translation - (2 * now.Translation) + before.Translation) / (Step * Step);
        Rotation turn = before.Rotation.Transpose() * after.Rotation;
        Vector3d axis = new Vector3d(turn.M21 - turn.M12, turn.M02 - turn.M20, turn.M10 - turn.M01) / 2;
        return new MotionState(velocity, acceleration, axis / (2 * Step));
    }
}
