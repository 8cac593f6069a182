namespace XrNpe.Vio;

/// <summary>A headset that wanders through a room and looks about. 20 frames a second.</summary>
internal sealed class HeadsetTrack : Track
{
    private const double Rate = 20;
    private const double EyeHeight = 1.6; // m

    private readonly Wander _x, _y, _z, _roll, _pitch, _yaw, _glance;

    /// <summary>Draws the motion.</summary>
    /// <param name="random">Of this motion.</param>
    public HeadsetTrack(HashRandom random)
    {
        _x = new Wander(random, ReachX, 0.05, 0.45, sines: 4);
        _y = new Wander(random, ReachY, 0.05, 0.45, sines: 4);
        _z = new Wander(random, 0.12, 0.2, 1.2, sines: 4);
        _roll = new Wander(random, 0.15, 0.15, 0.8);
        _pitch = new Wander(random, 0.35, 0.1, 0.7);
        _yaw = new Wander(random, 2.4, 0.03, 0.12);
        _glance = new Wander(random, 0.5, 0.2, 0.7);
    }

    /// <summary>How far from the middle of the room it goes, along x, metres.</summary>
    public static double ReachX => 1.5;

    /// <summary>How far from the middle of the room it goes, along y, metres.</summary>
    public static double ReachY => 1.2;

    /// <inheritdoc/>
    public override double FrameRate => Rate;

    /// <inheritdoc/>
    public override Pose Body(double time) => new(
        Rotation.FromEuler(_roll.At(time), _pitch.At(time), _yaw.At(time) + _glance.At(time)),
        new Vector3d(_x.At(time), _y.At(time), EyeHeight + _z.At(time)));
}
