namespace XrNpe.Vio.Tests;

public class KittiSequenceTests
{
    [Fact]
    public void Frames_rows_and_poses_of_a_pair_belong_together()
    {
        using var folder = new KittiFolder(3);
        var sequence = KittiSequence.Open(folder.Folder, "00");
        Assert.Equal(("00", 3, 2), (sequence.Name, sequence.FrameCount, sequence.PairCount));
        Assert.Equal([1, 1, 1], sequence.Frame(1, 1, 1, 3).Pixels);
        Assert.Equal([2], sequence.Frame(2, 1, 1, 1).Pixels);
        double[] imu = sequence.Imu(1);
        Assert.Equal(66, imu.Length);
        Assert.Equal([10, 10.1, 10.2, 10.3, 10.4, 10.5], imu[..6]);
        Assert.Equal([20, 20.1, 20.2, 20.3, 20.4, 20.5], imu[60..]);
        Assert.Equal(new RelativePose(0, 0, 0, 0, 0, 1), sequence.Truth(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => sequence.Imu(2));
    }

    [Fact]
    public void A_part_of_a_sequence_keeps_its_numbers()
    {
        using var folder = new KittiFolder(2, rows: 100, poses: 50, first: 7);
        var sequence = KittiSequence.Open(folder.Folder, "00");
        Assert.Equal((7, 2, 2), (sequence.FirstFrame, sequence.FrameCount, sequence.Poses!.Count));
        Assert.Equal(70, sequence.Imu(0)[0]);
        Assert.Equal(7, sequence.Poses[0].Translation.Z);
    }

    [Fact]
    public void Grey_frames_of_image_0_are_taken_where_there_are_no_others()
    {
        using var folder = new KittiFolder(2, camera: "image_0", channels: 1);
        Directory.CreateDirectory(folder.PathOf("sequences", "00", "image_2"));
        Assert.Equal([1, 1, 1, 1, 1, 1], KittiSequence.Open(folder.Folder, "00").Frame(1, 2, 1, 3).Pixels);
    }

    [Fact]
    public void Without_poses_there_is_no_truth()
    {
        using var folder = new KittiFolder(2);
        File.Delete(folder.PathOf("poses", "00.txt"));
        var sequence = KittiSequence.Open(folder.Folder, "00");
        Assert.Null(sequence.Poses);
        Assert.Null(sequence.Truth(0));
    }

    [Fact]
    public void A_missing_frame_is_named()
    {
        using var folder = new KittiFolder(4);
        File.Delete(folder.Frame(2));
        Refused(folder, folder.Frame(2), "is missing", folder.Frame(3));
    }

    [Theory]
    [InlineData("left.png", "not named by a number")]
    [InlineData("1.png", "both frame 1")]
    public void A_frame_with_a_strange_name_is_named(string name, string problem)
    {
        using var folder = new KittiFolder(2);
        File.Copy(folder.Frame(0), folder.PathOf("sequences", "00", "image_2", name));
        Refused(folder, name, problem);
    }

    [Fact]
    public void Too_few_rows_are_named()
    {
        using var folder = new KittiFolder(4, rows: 30);
        Refused(folder, folder.PathOf("imus", "00.mat"), "has 30 rows", "want 31", "frames 2 and 3");
        folder.WriteImu(31);
        Assert.Equal(20, KittiSequence.Open(folder.Folder, "00").Imu(2)[0]);
        folder.WriteImu(0);
        Refused(folder, "has 0 rows", "frames 0 and 1");
        folder.WriteImu(31, columns: 5);
        Refused(folder, "(31, 5)", "(rows, 6)");
        MatFile.Write(folder.PathOf("imus", "00.mat"), "imu_data_interp", 31, 6, [.. Enumerable.Repeat(0.0, 185), double.NaN]);
        Refused(folder, "[30, 5] is NaN");
    }

    [Fact]
    public void Too_few_poses_are_named()
    {
        using var folder = new KittiFolder(4, poses: 3);
        Refused(folder, folder.PathOf("poses", "00.txt"), "has 3 lines", "want 4");
    }

    [Fact]
    public void What_is_not_there_is_named()
    {
        using var folder = new KittiFolder(2);
        Assert.Contains("there are 00", Assert.Throws<InputException>(() => KittiSequence.Open(folder.Folder, "01")).Message, StringComparison.Ordinal);
        File.Delete(folder.Frame(0));
        File.Delete(folder.Frame(1));
        Refused(folder, "has no frames", "image_2 or image_0");
        using var bare = new KittiFolder(2);
        File.Delete(bare.PathOf("imus", "00.mat"));
        Refused(bare, bare.PathOf("imus", "00.mat"), "no such file");
    }

    /// <summary>Sequence 06: the vehicle rolls ahead at 12 m/s, and gravity is on the z axis of the IMU.</summary>
    [Fact]
    public void Real_data_are_read()
    {
        RealData.File("kitti", "sequences", "06", "image_0");
        var sequence = KittiSequence.Open(RealData.File("kitti"), "06");
        Assert.True(sequence.FrameCount >= 2, $"{sequence.FrameCount} frames");
        Assert.Equal(sequence.FrameCount, sequence.Poses!.Count);
        Assert.InRange(sequence.Truth(0)!.Value.Z, 1.1, 1.3);
        Assert.InRange(sequence.Imu(0)[2], 9, 11);
        Assert.InRange(Enumerable.Range(0, sequence.PairCount).Max(pair => sequence.Imu(pair).Max()), 9, 15);
        Frame frame = sequence.Frame(0, 512, 256, 3);
        Assert.Equal(512 * 256 * 3, frame.Pixels.Length);
        Assert.InRange(frame.Pixels.Average(value => value), 50, 200);
    }

    private static void Refused(KittiFolder folder, params string[] parts)
    {
        string message = Assert.Throws<InputException>(() => KittiSequence.Open(folder.Folder, "00")).Message;
        Assert.All(parts, part => Assert.Contains(part, message, StringComparison.Ordinal));
    }
}
