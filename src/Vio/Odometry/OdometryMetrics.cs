namespace XrNpe.Vio;

/// <summary>
/// How good a trajectory is. Everything is NaN where an estimate is not finite; what needs a longer path than there is, is null.
/// </summary>
/// <param name="TRmse">Per frame pair, sqrt(mean ‖Δt‖²), metres (UL-VIO).</param>
/// <param name="RRmse">Per frame pair, sqrt(mean ‖Δ(x, y, z)‖²) of the Euler angles, degrees (UL-VIO).</param>
/// <param name="TRel">Translation drift over 100 … 800 m, % (KITTI).</param>
/// <param name="RRel">Rotation drift over 100 … 800 m, degrees per 100 m (KITTI).</param>
/// <param name="Ate">Absolute trajectory error: RMSE of positions after an SE(3) alignment, metres.</param>
/// <param name="RpeTranslation">Relative pose error between neighbours: RMSE of the length of its translation, metres.</param>
/// <param name="RpeRotation">Relative pose error between neighbours: RMSE of the angle of its rotation, degrees.</param>
public sealed record OdometryMetrics(
    double TRmse, double RRmse, double? TRel, double? RRel, double? Ate, double RpeTranslation, double RpeRotation)
{
    /// <summary>Compares relative poses.</summary>
    /// <param name="estimated">Of every frame pair, at least one.</param>
    /// <param name="truth">Of the same pairs.</param>
    public static OdometryMetrics Compute(IReadOnlyList<RelativePose> estimated, IReadOnlyList<RelativePose> truth)
    {
        if (estimated.Count != truth.Count || estimated.Count == 0)
        {
            throw new ArgumentException($"{estimated.Count} estimated relative poses, {truth.Count} true ones: as many, and one at least", nameof(estimated));
        }

        IReadOnlyList<Pose> path = Trajectory.Accumulate(estimated), truePath = Trajectory.Accumulate(truth);
        SegmentError? drift = SegmentError.Mean(path, truePath);
        Pose[] errors = [.. estimated.Zip(truth, (e, t) => t.ToPose().MotionTo(e.ToPose()))];
        return new OdometryMetrics(
            Rms(estimated.Zip(truth, (e, t) => (e.Translation - t.Translation).Length)),
            double.RadiansToDegrees(Rms(estimated.Zip(truth, (e, t) => Turn(e.Euler - t.Euler).Length))),
            drift?.Translation,
            drift?.Rotation,
            AbsoluteError.Rmse(path, truePath),
            Rms(errors.Select(error => error.Translation.Length)),
            double.RadiansToDegrees(Rms(errors.Select(error => error.Rotation.Angle()))));
    }

    /// <summary>Differences of angles, each in [−π, π].</summary>
    private static Vector3d Turn(Vector3d angles) => new(
        Math.IEEERemainder(angles.X, 2 * Math.PI), Math.IEEERemainder(angles.Y, 2 * Math.PI), Math.IEEERemainder(angles.Z, 2 * Math.PI));

    private static double Rms(IEnumerable<double> values) => Math.Sqrt(values.Average(value => value * value));
}
