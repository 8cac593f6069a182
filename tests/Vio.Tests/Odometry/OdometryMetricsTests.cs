namespace XrNpe.Vio.Tests;

public class OdometryMetricsTests
{
    [Fact]
    public void Errors_per_pair_are_root_mean_squares_of_lengths()
    {
        // Lengths 3 and 4 of the translation errors: sqrt((9 + 16) / 2). Angles 1 and 7 degrees: sqrt((1 + 49) / 2) = 5.
        RelativePose[] truth = [new(0, 0, 0, 0, 0, 1), new(0, 0, 0, 0, 0, 1)];
        RelativePose[] estimated =
        [
            new(double.DegreesToRadians(1), 0, 0, 1, 2, 3),
            new(0, double.DegreesToRadians(7), 0, 0, 4, 1),
        ];
        var metrics = OdometryMetrics.Compute(estimated, truth);
        Assert.Equal(Math.Sqrt(12.5), metrics.TRmse, 12);
        Assert.Equal(5, metrics.RRmse, 12);
        Assert.Equal(Math.Sqrt(12.5), metrics.RpeTranslation, 12);
        Assert.Equal(5, metrics.RpeRotation, 12);
        Assert.Null(metrics.TRel);
        Assert.Null(metrics.RRel);
        Assert.NotNull(metrics.Ate);
    }

    [Fact]
    public void Relative_errors_are_transforms_where_the_other_errors_are_differences()
    {
        // Both at right angles: 2 m too far is 2 m in either; the angles (90°, 90°, 0) and (0, 90°, 0) are 90° apart in either.
        double quarter = Math.PI / 2;
        var metrics = OdometryMetrics.Compute([new RelativePose(quarter, quarter, 0, 3, 0, 0)], [new RelativePose(0, quarter, 0, 1, 0, 0)]);
        Assert.Equal(2, metrics.TRmse, 12);
        Assert.Equal(2, metrics.RpeTranslation, 12);
        Assert.Equal(90, metrics.RRmse, 12);
        Assert.Equal(90, metrics.RpeRotation, 10);

        // (90°, 0, 0) against (0, 90°, 0): the differences are 90° and 90°, but one rotation of 120° does it.
        metrics = OdometryMetrics.Compute([new RelativePose(quarter, 0, 0, 0, 0, 0)], [new RelativePose(0, quarter, 0, 0, 0, 0)]);
        Assert.Equal(90 * Math.Sqrt(2), metrics.RRmse, 10);
        Assert.Equal(120, metrics.RpeRotation, 10);
    }

    [Fact]
    public void Half_a_turn_either_way_is_the_same() =>
        Assert.Equal(2, OdometryMetrics.Compute([Yaw(179)], [Yaw(-179)]).RRmse, 10);

    [Fact]
    public void Drift_is_measured_to_the_first_frame_beyond_the_length()
    {
        // 200 frames of 1 m. A segment of 100 m ends at the 101st frame after its start, where 2 % of scale are 2.02 m and 0.01° a
        // frame are 1.01°; the path to the end of one is straight, so that the turn of the estimate adds no translation error.
        RelativePose[] truth = [.. Enumerable.Repeat(new RelativePose(0, 0, 0, 0, 0, 1), 200)];
        var scaled = OdometryMetrics.Compute([.. truth.Select(pair => pair with { Z = 1.02 })], truth);
        Assert.Equal(2.02, scaled.TRel!.Value, 10);
        Assert.Equal(0, scaled.RRel!.Value, 10);
        var rolled = OdometryMetrics.Compute([.. truth.Select(pair => pair with { EulerZ = double.DegreesToRadians(0.01) })], truth);
        Assert.Equal(0, rolled.TRel!.Value, 10);
        Assert.Equal(1.01, rolled.RRel!.Value, 10);
    }

    [Theory]
    [InlineData(100, false)]
    [InlineData(101, true)]
    public void A_path_of_no_more_than_100_metres_has_no_drift(int pairs, bool any)
    {
        RelativePose[] truth = [.. Enumerable.Repeat(new RelativePose(0, 0, 0, 0, 0, 1), pairs)];
        Assert.Equal(any, OdometryMetrics.Compute(truth, truth).TRel is not null);
    }

    [Fact]
    public void The_mean_is_over_segments_and_not_over_lengths()
    {
        // 220 m, and an error of 1 m in the pair from 150 to 151 m. Segments of 100 m start at 0, 10 … 110 and end 101 m further: those from 50 on
        // (7 of 12) hold the error, 1 %. Segments of 200 m start at 0 and 10 and hold it, 0.5 %.
        RelativePose[] truth = [.. Enumerable.Repeat(new RelativePose(0, 0, 0, 0, 0, 1), 220)];
        RelativePose[] estimated = [.. truth];
        estimated[150] = estimated[150] with { Z = 2 };
        Assert.Equal(((7 * 1) + (2 * 0.5)) / 14, OdometryMetrics.Compute(estimated, truth).TRel!.Value, 10);
    }

    [Fact]
    public void Estimates_that_are_not_finite_have_no_error_but_do_no_harm()
    {
        RelativePose[] truth = [.. Enumerable.Repeat(new RelativePose(0, 0, 0, 0, 0, 1), 120)];
        RelativePose[] estimated = [.. truth];
        estimated[3] = new RelativePose(double.NaN, 0, 0, double.PositiveInfinity, 0, 0);
        var metrics = OdometryMetrics.Compute(estimated, truth);
        Assert.Equal(double.NaN, metrics.TRmse + metrics.RRmse);
        Assert.Equal(double.NaN, metrics.Ate);
        Assert.Equal(double.NaN, metrics.TRel);
    }

    [Fact]
    public void As_many_estimates_as_truths_and_one_at_least()
    {
        Assert.Throws<ArgumentException>(() => OdometryMetrics.Compute([], []));
        Assert.Throws<ArgumentException>(() => OdometryMetrics.Compute([default], [default, default]));
    }

    /// <summary>KITTI 06, the first 51 frames: what standing still is off by, as a run of UL-VIO beside it was measured.</summary>
    [Fact]
    public void Standing_still_on_real_poses_is_as_far_off_as_another_tool_says()
    {
        RelativePose[] truth = [.. Trajectory.Pairs(KittiPoses.Read(RealData.File("kitti", "poses", "06.txt"))).Take(50)];
        var metrics = OdometryMetrics.Compute(new RelativePose[50], truth);
        Assert.Equal(1.197, metrics.TRmse, 3);
        Assert.Equal(0.092, metrics.RRmse, 3);
    }

    private static RelativePose Yaw(double degrees) => new(0, 0, double.DegreesToRadians(degrees), 0, 0, 0);
}
