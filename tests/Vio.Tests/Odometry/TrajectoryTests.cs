namespace XrNpe.Vio.Tests;

public class TrajectoryTests
{
    [Fact]
    public void Relative_poses_add_up_as_seen_from_each_pose()
    {
        // One metre ahead while turning left, then one metre ahead: which is to the left by now.
        IReadOnlyList<Pose> poses = Trajectory.Accumulate([new RelativePose(0, 0, Math.PI / 2, 1, 0, 0), new RelativePose(0, 0, 0, 1, 0, 0)]);
        Assert.Equal(3, poses.Count);
        Assert.Equal(Pose.Identity, poses[0]);
        Assert.Equal(0, (poses[2].Translation - new Vector3d(1, 1, 0)).Length, 15);
    }

    [Fact]
    public void Pairs_of_a_trajectory_lead_back_to_it()
    {
        RelativePose[] pairs = [new(0.1, -0.2, 0.3, 1, 2, 3), new(-0.5, 0.1, 2, 0, -1, 0.5), new(0, 0, 0, 0, 0, 1)];
        IReadOnlyList<RelativePose> back = Trajectory.Pairs(Trajectory.Accumulate(pairs));
        for (int i = 0; i < pairs.Length; i++)
        {
            foreach ((double expected, double actual) in pairs[i].ToNumbers().Zip(back[i].ToNumbers())) Assert.Equal(expected, actual, 12);
        }
    }

    [Fact]
    public void A_pose_and_its_inverse_cancel()
    {
        Pose pose = new RelativePose(0.3, 0.2, -1, 4, 5, -6).ToPose();
        Pose nothing = pose.Compose(pose.Inverse());
        Assert.Equal(0, nothing.Rotation.Angle(), 15);
        Assert.Equal(0, nothing.Translation.Length, 14);
        Assert.Equal(0, (pose.Inverse() * (pose * new Vector3d(1, 2, 3)) - new Vector3d(1, 2, 3)).Length, 14);
    }

    [Fact]
    public void The_six_numbers_stand_in_the_networks_order() =>
        Assert.Equal(new RelativePose(1, 2, 3, 4, 5, 6), RelativePose.FromNumbers([1, 2, 3, 4, 5, 6]));

    [Fact]
    public void Kitti_files_come_back_exactly()
    {
        using var scratch = new Scratch();
        Pose[] poses = [Pose.Identity, new RelativePose(0.1, 0.2, 0.3, 1.0 / 3, -1e-9, 1e5).ToPose()];
        KittiPoses.Write(scratch.PathOf("00.txt"), poses);
        Assert.Equal("1 0 0 0 0 1 0 0 0 0 1 0", File.ReadLines(scratch.PathOf("00.txt")).First());
        Assert.Equal(poses, KittiPoses.Read(scratch.PathOf("00.txt")));
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("1 0 0 0 0 1 0 0 0 0 1 0\n1 0 0 0 0 1 0 0 0 0 1\n", "line 2", "11 numbers", "12")]
    [InlineData("1 0 0 0 0 1 0 0 0 0 1 0\n\n1 0 0 0 0 1 0 0 0 0 1 0\n", "line 2", "0 numbers")]
    [InlineData("1 0 0 x 0 1 0 0 0 0 1 0\n", "line 1", "\"x\"", "finite number")]
    [InlineData("1 0 0 nan 0 1 0 0 0 0 1 0\n", "line 1", "\"nan\"")]
    [InlineData("1 0 0 0 0 1 0 0 0 0 2 0\n", "line 1", "no rotation")]
    public void Wrong_Kitti_files_are_named_with_their_line(string text, params string[] parts)
    {
        using var scratch = new Scratch();
        string path = scratch.Write("07.txt", System.Text.Encoding.UTF8.GetBytes(text));
        string message = Assert.Throws<InputException>(() => KittiPoses.Read(path)).Message;
        Assert.All([path, .. parts], part => Assert.Contains(part, message, StringComparison.Ordinal));
    }

    [Fact]
    public void Windows_line_ends_and_seven_digits_are_read()
    {
        using var scratch = new Scratch();
        string path = scratch.Write(
            "06.txt",
            "1.000000e+00 1.197625e-11 1.704638e-10 0.000000e+00 1.197625e-11 1.000000e+00 3.562503e-10 -1.110223e-16 1.704638e-10 3.562503e-10 1.000000e+00 2.220446e-16\r\n\r\n"u8.ToArray());
        Assert.Equal(2.220446e-16, Assert.Single(KittiPoses.Read(path)).Translation.Z);
    }
}
