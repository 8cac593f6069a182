using System.Globalization;

namespace XrNpe.Vio;

/// <summary>
/// A sequence of KITTI odometry as UL-VIO lays it out: <c>sequences/NN/image_2/*.png</c>, else <c>image_0</c>; <c>imus/NN.mat</c> with the
/// variable <c>imu_data_interp</c>, ten rows a frame; <c>poses/NN.txt</c>, which may be missing. Frames are named by number; rows and
/// lines belong to these numbers, so that a part of a sequence is a sequence too.
/// </summary>
public sealed class KittiSequence : ISensorSequence
{
    /// <summary>Variable of the IMU file.</summary>
    internal const string ImuVariable = "imu_data_interp";

    /// <summary>IMU rows from a frame to the next.</summary>
    internal const int RowsPerPair = ISensorSequence.ImuSamples - 1;

    private readonly string[] _frames;
    private readonly double[] _imu;
    private readonly Pose[]? _poses;

    private KittiSequence(string name, int firstFrame, string[] frames, double[] imu, Pose[]? poses)
    {
        Name = name;
        FirstFrame = firstFrame;
        _frames = frames;
        _imu = imu;
        _poses = poses;
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>Number in the file name of the first frame.</summary>
    public int FirstFrame { get; }

    /// <inheritdoc/>
    public int FrameCount => _frames.Length;

    /// <inheritdoc/>
    public int PairCount => FrameCount - 1;

    /// <inheritdoc/>
    public IReadOnlyList<Pose>? Poses => _poses;

    /// <summary>Opens a sequence; frames are read when they are asked for.</summary>
    /// <param name="folder">Folder that holds <c>sequences</c>, <c>imus</c> and <c>poses</c>.</param>
    /// <param name="name">Of the sequence, such as <c>06</c>.</param>
    /// <exception cref="InputException">Something is missing or too short: the message names the file, and the line where it has lines.</exception>
    public static KittiSequence Open(string folder, string name)
    {
        string sequences = Path.Combine(folder, "sequences"), sequence = Path.Combine(sequences, name);
        if (!Directory.Exists(sequence))
        {
            string[] there = Directory.Exists(sequences) ? [.. Directory.GetDirectories(sequences).Select(d => Path.GetFileName(d)!).Order(StringComparer.Ordinal)] : [];
            throw new InputException($"{sequence}: there is no such folder{(there.Length > 0 ? $"; there are {string.Join(", ", there)}" : "")}");
        }

        string[] frames = KittiFrames.Find(sequence, out int first);
        double[] imu = ReadImu(Path.Combine(folder, "imus", name + ".mat"), first, frames.Length);
        string poses = Path.Combine(folder, "poses", name + ".txt");
        return new KittiSequence(name, first, frames, imu, File.Exists(poses) ? ReadPoses(poses, first, frames.Length) : null);
    }

    /// <inheritdoc/>
    public Frame Frame(int index, int width, int height, int channels) =>
        Resample.Fit(PngFrames.Read(_frames[index]), width, height, channels);

    /// <inheritdoc/>
    public double[] Imu(int pair)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(pair);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(pair, PairCount);
        return _imu.AsSpan(pair * RowsPerPair * ISensorSequence.ImuChannels, ISensorSequence.ImuSamples * ISensorSequence.ImuChannels).ToArray();
    }

    /// <inheritdoc/>
    public RelativePose? Truth(int pair) => _poses is null ? null : Trajectory.Pair(_poses, pair);

    /// <summary>The rows that belong to the frames, row-major.</summary>
    private static double[] ReadImu(string path, int first, int frames)
    {
        const int Channels = ISensorSequence.ImuChannels;
        NumericTensor imu = MatFile.Read(path, ImuVariable);
        if (imu.Shape is not [var rows, Channels])
        {
            throw new InputException($"{imu.Source} is of shape {NumericTensor.ShapeText(imu.Shape)}; (rows, {Channels}) is wanted: ax ay az wx wy wz");
        }

        int from = first * RowsPerPair, wanted = ((first + frames - 1) * RowsPerPair) + 1;
        if (frames > 1 && rows < wanted)
        {
            int last = ((rows - 1) / RowsPerPair) - 1;
            throw new InputException(
                $"{imu.Source} has {rows} rows; frames {first} to {first + frames - 1} want {wanted}, {RowsPerPair} a frame and one more: "
                + $"the pair of frames {Math.Max(last + 1, first)} and {Math.Max(last + 1, first) + 1} is the first without");
        }

        double[] part = frames > 1 ? imu.Values![(from * Channels)..(wanted * Channels)] : [];
        int bad = Array.FindIndex(part, value => !double.IsFinite(value));
        return bad < 0
            ? part
            : throw new InputException($"{imu.Source}{imu.ElementText(bad + ((long)from * Channels))} is {part[bad].ToString(CultureInfo.InvariantCulture)}; IMU samples are finite");
    }

    private static Pose[] ReadPoses(string path, int first, int frames)
    {
        IReadOnlyList<Pose> all = KittiPoses.Read(path);
        return all.Count >= first + frames
            ? [.. all.Skip(first).Take(frames)]
            : throw new InputException($"{path} has {all.Count} lines; frames {first} to {first + frames - 1} want {first + frames}, one a frame");
    }
}
