namespace XrNpe.Vio;

/// <summary>
/// A vehicle on a closed track: slow in bends, fast between them, not quite on the middle of the road, on springs. 10 frames a second.
/// </summary>
internal sealed class DriveTrack : Track
{
    private const double Rate = 10;
    private const double Knot = 0.2; // s
    private const double SensorHeight = 1.65; // m, as KITTI's
    private const double Sideways = 1.2; // m
    private const double Grip = 5; // m/s², to the side
    private const double Brake = 3.5, Throttle = 2.5; // m/s²
    private const double LookAhead = 30, LookStep = 1.5; // m
    private const double RollPerAcceleration = 0.006, PitchPerAcceleration = 0.006; // rad per m/s²

    private readonly QuinticSpline _path;
    private readonly Wander _roll, _pitch;

    /// <summary>Drives.</summary>
    /// <param name="curve">Where.</param>
    /// <param name="slowest">m/s.</param>
    /// <param name="fastest">m/s.</param>
    /// <param name="random">Of this drive.</param>
    /// <param name="duration">s.</param>
    public DriveTrack(ClosedCurve curve, double slowest, double fastest, HashRandom random, double duration)
    {
        var mood = new Wander(random, 0.18, 0.05, 0.35);
        var sideways = new Wander(random, Sideways, 0.03, 0.16);
        var bump = new Wander(random, 0.03, 0.7, 1.6, sines: 4);
        _roll = new Wander(random, 0.012, 0.4, 1.5, sines: 4);
        _pitch = new Wander(random, 0.012, 0.5, 1.6, sines: 4);
        var points = new Vector3d[QuinticSpline.PointsFor(duration, Knot)];
        double distance = random.Uniform(0, curve.Length);
        double speed = Wanted(curve, distance, slowest, fastest);
        for (int i = 0; i < points.Length; i++)
        {
            double time = i * Knot;
            Vector3d ahead = curve.Direction(distance), left = new(-ahead.Y, ahead.X, 0);
            points[i] = curve.At(distance) + (sideways.At(time) * left) + new Vector3d(0, 0, SensorHeight + bump.At(time));
            double wanted = Wanted(curve, distance, slowest, fastest) * (1 + mood.At(time));
            speed += Knot * Math.Clamp((wanted - speed) / 0.6, -Brake, Throttle);
            distance += speed * Knot;
        }

        _path = new QuinticSpline(points, Knot);
    }

    /// <inheritdoc/>
    public override double FrameRate => Rate;

    /// <inheritdoc/>
    public override Pose Body(double time)
    {
        Vector3d velocity = _path.Velocity(time), acceleration = _path.Acceleration(time);
        Vector3d ahead = new Vector3d(velocity.X, velocity.Y, 0).Unit(), left = new(-ahead.Y, ahead.X, 0);

        // Outwards in a bend, the nose down when braking; both about axes that point ahead and left.
        double roll = (RollPerAcceleration * acceleration.Dot(left)) + _roll.At(time);
        double pitch = (-PitchPerAcceleration * acceleration.Dot(ahead)) + _pitch.At(time);
        return new Pose(Rotation.FromEuler(roll, pitch, Math.Atan2(ahead.Y, ahead.X)), _path.Position(time));
    }

    /// <summary>The speed from which every bend ahead can still be taken.</summary>
    private static double Wanted(ClosedCurve curve, double distance, double slowest, double fastest)
    {
        double square = fastest * fastest;
        for (double ahead = 0; ahead <= LookAhead; ahead += LookStep)
        {
            double bend = Math.Clamp(Grip / Math.Max(Math.Abs(curve.Curvature(distance + ahead)), 1e-6), slowest * slowest, fastest * fastest);
            square = Math.Min(square, bend + (2 * Brake * ahead));
        }

        return Math.Sqrt(square);
    }
}
