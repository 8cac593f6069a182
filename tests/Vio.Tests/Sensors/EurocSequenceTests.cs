namespace XrNpe.Vio.Tests;

public class EurocSequenceTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Frames_are_read_with_or_without_mav0(bool mav0)
    {
        using var folder = new EurocFolder(mav0);
        var sequence = EurocSequence.Open(folder.Folder);
        Assert.Equal((4, 3), (sequence.FrameCount, sequence.PairCount));
        Assert.Equal([3], sequence.Frame(3, 1, 1, 1).Pixels);
        Assert.Null(sequence.Note);
    }

    [Fact]
    public void The_IMU_comes_accelerometer_first_and_linear_between_samples()
    {
        using var folder = new EurocFolder();

        // Samples every 15 ms, at 0 to 150, where every frame pair wants one every 5 ms.
        folder.Write("imu0/data.csv", "#", [.. Enumerable.Range(0, 11).Select(i => EurocFolder.ImuRow(i * 15))]);
        double[] imu = EurocSequence.Open(folder.Folder).Imu(1);
        Assert.Equal(66, imu.Length);
        for (int i = 0; i < 11; i++)
        {
            double ms = 50 + (5 * i);
            double[] expected = [100 + ms, 100.1 + ms, 100.2 + ms, ms, 0.1 + ms, 0.2 + ms];
            Assert.All(expected.Zip(imu[(6 * i)..]), pair => Assert.Equal(pair.First, pair.Second, 9));
        }
    }

    [Fact]
    public void The_truth_is_interpolated_at_the_frames()
    {
        using var folder = new EurocFolder();

        // Rows at 0, 40, 80 … ms; the frames are at 0, 50, 100, 150.
        folder.Write("state_groundtruth_estimate0/data.csv", "#", [.. Enumerable.Range(0, 5).Select(i => EurocFolder.TruthRow(40 * i))]);
        var sequence = EurocSequence.Open(folder.Folder);
        Assert.Equal(0.05, sequence.Poses![1].Translation.X, 9);
        Assert.Equal(Math.PI / 4, sequence.Poses[1].Rotation.Euler().Z, 9);

        // Half way round, 0.05 m along the world's x are 0.05 m to the right, and a little less ahead.
        RelativePose truth = sequence.Truth(2)!.Value;
        Assert.Equal(Math.PI / 4, truth.EulerZ, 9);
        Assert.Equal(0, truth.X, 9);
        Assert.Equal(-0.05, truth.Y, 9);
    }

    [Fact]
    public void Poses_are_those_of_the_camera_when_it_is_known_where_it_sits()
    {
        using var folder = new EurocFolder();
        File.WriteAllText(folder.PathOf("cam0/sensor.yaml"), """
            sensor_type: camera
            T_BS:
              cols: 4
              rows: 4
              data: [0.0, 0.0, 1.0, 0.5,
                     -1.0, 0.0, 0.0, 0,
                     0.0, -1.0, 0.0, 2e-1,
                     0.0, 0.0, 0.0, 1.0]
            rate_hz: 20
            """);
        var sequence = EurocSequence.Open(folder.Folder);
        Assert.Equal(0, (sequence.Poses![0].Translation - new Vector3d(0.5, 0, 0.2)).Length, 12);

        // The camera looks along the body's x: z ahead, x right, y down.
        Assert.Equal(0, ((sequence.Poses[0].Rotation * new Vector3d(0, 0, 1)) - new Vector3d(1, 0, 0)).Length, 9);
        Assert.Equal(Math.PI / 4, -sequence.Truth(0)!.Value.EulerY, 9);
    }

    [Theory]
    [InlineData("T_BS:\n  data: [1, 0, 0]", "line 1", "3 numbers")]
    [InlineData("a: b\nT_BS:\n  data: [1,0,0,0, 0,1,0,0, 0,0,x,0, 0,0,0,1]", "line 2", "\"x\"")]
    [InlineData("T_BS:\n  data: [2,0,0,0, 0,1,0,0, 0,0,1,0, 0,0,0,1]", "no pose")]
    [InlineData("T_BS:\n", "no data")]
    [InlineData("rate_hz: 20\n", "no T_BS")]
    public void A_wrong_camera_file_is_named(string yaml, params string[] parts)
    {
        using var folder = new EurocFolder();
        File.WriteAllText(folder.PathOf("cam0/sensor.yaml"), yaml);
        Refused(folder, ["sensor.yaml", .. parts]);
    }

    [Fact]
    public void Frames_outside_the_ground_truth_are_left_out()
    {
        using var folder = new EurocFolder();
        folder.Write("state_groundtruth_estimate0/data.csv", "#", [.. Enumerable.Range(0, 12).Select(i => EurocFolder.TruthRow(30 + (10 * i)))]);
        var sequence = EurocSequence.Open(folder.Folder);
        Assert.Equal(2, sequence.FrameCount);
        Assert.Equal([1], sequence.Frame(0, 1, 1, 1).Pixels);
        Assert.Equal(50, sequence.Imu(0)[3], 9);
        Assert.StartsWith("2 of 4 frames", sequence.Note, StringComparison.Ordinal);
        folder.Write("state_groundtruth_estimate0/data.csv", "#", [.. Enumerable.Range(0, 12).Select(i => EurocFolder.TruthRow(1000 + (10 * i)))]);
        Refused(folder, "state_groundtruth_estimate0", "covers no frame");
    }

    [Fact]
    public void Without_attitudes_there_is_no_ground_truth_and_the_note_says_why()
    {
        using var folder = new EurocFolder();
        File.Delete(folder.PathOf("state_groundtruth_estimate0/data.csv"));
        Assert.StartsWith("no ground truth", EurocSequence.Open(folder.Folder).Note, StringComparison.Ordinal);
        Directory.CreateDirectory(folder.PathOf("leica0"));
        folder.Write("leica0/data.csv", "#", $"{EurocFolder.Time(0)},1,2,3");
        var sequence = EurocSequence.Open(folder.Folder);
        Assert.Contains("leica0", sequence.Note, StringComparison.Ordinal);
        Assert.Null(sequence.Poses);
        Assert.Null(sequence.Truth(0));
        Assert.Equal(66, sequence.Imu(2).Length);
    }

    [Fact]
    public void A_missing_frame_is_named_with_its_line()
    {
        using var folder = new EurocFolder();
        File.Delete(folder.Frame(2));
        Refused(folder, "cam0/data.csv line 4", folder.Frame(2));
    }

    [Fact]
    public void Time_stamps_that_jump_are_named_with_their_line()
    {
        using var folder = new EurocFolder();
        string[] rows = [.. Enumerable.Range(0, 40).Select(i => EurocFolder.ImuRow(i * 5))];
        folder.Write("imu0/data.csv", "#", [.. rows[..10], .. rows[14..]]);
        Refused(folder, "imu0/data.csv line 12", "25 ms", "5 ms");

        // Three steps are no gap yet.
        folder.Write("imu0/data.csv", "#", [.. rows[..10], .. rows[12..]]);
        Assert.Equal(3, EurocSequence.Open(folder.Folder).PairCount);
        folder.Write("imu0/data.csv", "#", [rows[0], rows[2], rows[1], .. rows[3..]]);
        Refused(folder, "imu0/data.csv line 4", "not later");
        folder.Write("imu0/data.csv", "#", [rows[0], rows[1], rows[1], .. rows[2..]]);
        Refused(folder, "imu0/data.csv line 4", "they must rise");
    }

    [Theory]
    [InlineData(0, 30, "line 31", "the last IMU sample", "5000000 ns too early", "cam0/data.csv line 4")]
    [InlineData(1, 40, "line 2", "the first IMU sample", "5000000 ns too late", "cam0/data.csv line 2")]
    public void A_window_that_the_IMU_does_not_cover_is_named(int from, int to, params string[] parts)
    {
        using var folder = new EurocFolder();
        folder.Write("imu0/data.csv", "#", [.. Enumerable.Range(from, to - from).Select(i => EurocFolder.ImuRow(i * 5))]);
        Refused(folder, ["imu0/data.csv", .. parts]);
    }

    [Theory]
    [InlineData("12,3,4", "line 2", "3 fields", "6 more")]
    [InlineData("1.5,1,2,3,4,5,6", "line 2", "\"1.5\"", "nanoseconds")]
    [InlineData("12,1,2,inf,4,5,6", "line 2", "field 4", "\"inf\"")]
    [InlineData("", "no rows")]
    public void A_wrong_line_is_named(string row, params string[] parts)
    {
        using var folder = new EurocFolder();
        folder.Write("imu0/data.csv", "#", row);
        Refused(folder, ["imu0/data.csv", .. parts]);
    }

    [Fact]
    public void A_quaternion_of_another_length_is_named()
    {
        using var folder = new EurocFolder();
        folder.Write("state_groundtruth_estimate0/data.csv", "#", $"{EurocFolder.Time(0)},0,0,0,1,1,0,0");
        Refused(folder, "state_groundtruth_estimate0/data.csv line 2", "length 1");
    }

    [Fact]
    public void A_folder_of_another_kind_is_named()
    {
        using var scratch = new Scratch();
        Assert.Contains("ASL layout", Assert.Throws<InputException>(() => EurocSequence.Open(scratch.Folder)).Message, StringComparison.Ordinal);
    }

    private static void Refused(EurocFolder folder, params string[] parts)
    {
        string message = Assert.Throws<InputException>(() => EurocSequence.Open(folder.Folder)).Message;
        Assert.All(parts, part => Assert.Contains(part, message, StringComparison.Ordinal));
    }
}
