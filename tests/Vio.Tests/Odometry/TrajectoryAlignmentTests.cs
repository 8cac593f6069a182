namespace XrNpe.Vio.Tests;

public class TrajectoryAlignmentTests
{
    private static readonly Vector3d[] Square = [new(1, 0, 0), new(-1, 0, 0), new(0, 1, 0), new(0, -1, 0)];

    [Theory]
    [InlineData(1, false)]
    [InlineData(1, true)]
    [InlineData(2.5, true)]
    public void A_transform_of_points_is_found(double scale, bool withScale)
    {
        Pose pose = new RelativePose(0.4, -1, 2, 10, -20, 30).ToPose();
        Vector3d[] from = [.. Square, new(0.3, 0.2, 0.9)];
        Similarity found = TrajectoryAlignment.Fit(from, [.. from.Select(p => (scale * (pose.Rotation * p)) + pose.Translation)], withScale);
        Assert.Equal(scale, found.Scale, 12);
        Assert.Equal(0, pose.MotionTo(found.Pose).Rotation.Angle(), 7);
        Assert.Equal(0, (pose.Translation - found.Pose.Translation).Length, 12);
    }

    [Fact]
    public void A_mirror_image_is_not_reached_by_reflection()
    {
        Vector3d[] from = [new(1, 0, 0), new(0, 2, 0), new(0, 0, 3), new(-1, -2, 0.5)];
        Similarity found = TrajectoryAlignment.Fit(from, [.. from.Select(p => p with { Z = -p.Z })]);
        Assert.True(found.Pose.Rotation.Defect() < 1e-12);
    }

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(1, 0, 0)]
    [InlineData(1, 2, 3)]
    public void Points_on_a_line_or_in_one_place_are_aligned_too(double x, double y, double z)
    {
        var step = new Vector3d(x, y, z);
        Vector3d[] from = [.. Enumerable.Range(0, 10).Select(i => i * step)];
        Pose pose = new RelativePose(0.4, -1, 2, 10, -20, 30).ToPose();
        Similarity found = TrajectoryAlignment.Fit(from, [.. from.Select(p => pose * p)], withScale: true);
        Assert.Equal(1, found.Scale, 12);
        Assert.True(found.Pose.Rotation.Defect() < 1e-12);
        Assert.All(from, p => Assert.Equal(0, ((found * p) - (pose * p)).Length, 10));
    }

    [Fact]
    public void The_absolute_error_is_what_no_transform_takes_away()
    {
        // Alternating heights of 0.25 m: by symmetry nothing but the identity is best.
        Pose[] truth = [.. Square.Select((p, i) => At(p with { Z = i < 2 ? 0.25 : -0.25 }))];
        Assert.Equal(0.25, AbsoluteError.Rmse([.. Square.Select(At)], truth)!.Value, 12);

        // Twice as large: every point is 1 m off, unless the scale is aligned too.
        Pose[] twice = [.. Square.Select(p => At(2 * p))];
        Assert.Equal(1, AbsoluteError.Rmse(twice, [.. Square.Select(At)])!.Value, 12);
        Assert.Equal(0, AbsoluteError.Rmse(twice, [.. Square.Select(At)], withScale: true)!.Value, 12);
    }

    [Fact]
    public void Two_poses_are_too_few_and_infinite_ones_have_no_error()
    {
        Assert.Null(AbsoluteError.Rmse([Pose.Identity, Pose.Identity], [Pose.Identity, Pose.Identity]));
        Pose[] poses = [At(default), At(new Vector3d(1, 0, 0)), At(new Vector3d(2, 0, 0))];
        Assert.Equal(0, AbsoluteError.Rmse(poses, poses)!.Value, 12);
        Assert.Equal(double.NaN, AbsoluteError.Rmse([poses[0], poses[1], At(new Vector3d(double.PositiveInfinity, 0, 0))], poses));
    }

    /// <summary>Estimates for KITTI 00 and their errors as evo's own tests state them.</summary>
    [Theory]
    [InlineData("KITTI_00_ORB.txt", 1.3034497145650)]
    [InlineData("KITTI_00_SPTAM.txt", 3.7384879075826)]
    public void The_absolute_error_is_the_one_that_evo_publishes(string name, double expected)
    {
        string estimated = RealData.File("evo", name), truth = RealData.File("evo", "KITTI_00_gt.txt");
        Assert.Equal(expected, AbsoluteError.Rmse(KittiPoses.Read(estimated), KittiPoses.Read(truth))!.Value, 10);
    }

    private static Pose At(Vector3d position) => new(Rotation.Identity, position);
}
