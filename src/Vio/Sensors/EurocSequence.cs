namespace XrNpe.Vio;

/// <summary>
/// A sequence in the ASL layout of the EuRoC data set: <c>cam0/data.csv</c> and its PNG files, <c>imu0/data.csv</c>,
/// <c>state_groundtruth_estimate0/data.csv</c>. Times are nanoseconds of one clock. With ground truth, only the frames that it covers are there.
/// M. Burri et al., The EuRoC micro aerial vehicle datasets, IJRR 35 (10), 2016.
/// </summary>
public sealed class EurocSequence : ISensorSequence
{
    private const string Table = "data.csv";
    private static readonly string[] PositionsOnly = ["leica0", "vicon0"];

    private readonly string[] _frames;
    private readonly long[] _times;
    private readonly AslImu _imu;
    private readonly Pose[]? _poses;

    private EurocSequence(string name, string[] frames, long[] times, AslImu imu, Pose[]? poses, string? note)
    {
        Name = name;
        _frames = frames;
        _times = times;
        _imu = imu;
        _poses = poses;
        Note = note;
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>What a person should know: why there is no ground truth, or which frames it does not cover; null for nothing.</summary>
    public string? Note { get; }

    /// <inheritdoc/>
    public int FrameCount => _frames.Length;

    /// <inheritdoc/>
    public int PairCount => FrameCount - 1;

    /// <summary>Poses of the camera when <c>cam0/sensor.yaml</c> says where it sits, else of the body, in the world of the ground truth.</summary>
    public IReadOnlyList<Pose>? Poses => _poses;

    /// <summary>Opens a sequence; frames are read when they are asked for.</summary>
    /// <param name="folder">The folder that holds <c>cam0</c> and <c>imu0</c>, or has them in <c>mav0</c>.</param>
    /// <exception cref="InputException">Something is missing, jumps or is too short: the message names file and line.</exception>
    public static EurocSequence Open(string folder)
    {
        string root = Directory.Exists(Path.Combine(folder, "mav0")) ? Path.Combine(folder, "mav0") : folder;
        string camera = Path.Combine(root, "cam0");
        if (!Directory.Exists(camera)) throw new InputException($"{folder} has neither cam0 nor mav0/cam0: is it a sequence in the ASL layout?");
        var table = AslTable.Read(Path.Combine(camera, Table), fields: 1);
        string[] frames = Frames(camera, table);
        (AslGroundTruth? truth, string? note) = FindTruth(root);
        int[] used = [.. Enumerable.Range(0, frames.Length).Where(i => truth?.Covers(table.Times[i]) != false)];
        if (used.Length == 0) throw new InputException($"{truth!.Path} covers no frame of {table.Path}: are the time stamps of one clock?");
        if (used.Length < frames.Length) note = $"{frames.Length - used.Length} of {frames.Length} frames are outside the time of {truth!.Path} and left out";

        long[] times = [.. used.Select(i => table.Times[i])];
        var imu = AslImu.Read(Path.Combine(root, "imu0", Table));
        for (int i = 0; i + 1 < times.Length; i++) imu.Check(times[i], times[i + 1], Pair(table, used[i]));
        Pose[]? poses = truth is null ? null : CameraPoses(truth, times, Path.Combine(camera, "sensor.yaml"));
        string name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));
        return new EurocSequence(name, [.. used.Select(i => frames[i])], times, imu, poses, note);
    }

    /// <inheritdoc/>
    public Frame Frame(int index, int width, int height, int channels) =>
        Resample.Fit(PngFrames.Read(_frames[index]), width, height, channels);

    /// <inheritdoc/>
    public double[] Imu(int pair) => _imu.Window(_times[pair], _times[pair + 1], $"the frames at {_times[pair]} and {_times[pair + 1]}");

    /// <inheritdoc/>
    public RelativePose? Truth(int pair) => _poses is null ? null : Trajectory.Pair(_poses, pair);

    private static string[] Frames(string camera, AslTable table)
    {
        string folder = Path.Combine(camera, "data");
        string[] frames = new string[table.Count];
        for (int row = 0; row < frames.Length; row++)
        {
            frames[row] = Path.Combine(folder, table.Text(row, 0));
            if (!File.Exists(frames[row])) throw new InputException($"{table.Place(row)} names {frames[row]}, which is not there");
        }

        return frames;
    }

    private static (AslGroundTruth? Truth, string? Note) FindTruth(string root)
    {
        string state = Path.Combine(root, "state_groundtruth_estimate0", Table);
        if (File.Exists(state)) return (AslGroundTruth.Read(state), null);
        string? other = PositionsOnly.FirstOrDefault(name => File.Exists(Path.Combine(root, name, Table)));
        return (null, other is null
            ? $"no ground truth: there is no {state}"
            : $"no ground truth: there is no {state}, and {Path.Combine(root, other, Table)} has no attitude of the body");
    }

    private static Pose[] CameraPoses(AslGroundTruth truth, long[] times, string yaml)
    {
        Pose camera = File.Exists(yaml) ? AslSensor.ReadPose(yaml) : Pose.Identity;
        return [.. times.Select(time => truth.At(time).Compose(camera))];
    }

    private static string Pair(AslTable table, int row) => $"the frames of {table.Place(row)} and the next";
}
