namespace XrNpe.Vio;

/// <summary>
/// A ride through a world that is computed: frames are rendered when they are asked for, IMU and poses are known. The same seed gives
/// the same ride, and a longer ride starts as a shorter one; other seeds give other roads, scenes and IMU errors.
/// </summary>
public sealed class SyntheticSequence : ISensorSequence
{
    private const int RowsPerPair = ISensorSequence.ImuSamples - 1;

    /// <summary>Time before the first frame, s: differences at the first sample look back.</summary>
    private const double Start = 1;

    private readonly Pose[] _world;
    private readonly Pose[] _poses;
    private readonly double[] _imu;

    /// <summary>Builds the world.</summary>
    /// <param name="kind">The motion.</param>
    /// <param name="frames">Frames, from 2 on.</param>
    /// <param name="seed">Any number.</param>
    /// <param name="imu">Errors of the IMU; <see cref="ImuModel.Mems"/> unless told.</param>
    public SyntheticSequence(TrackKind kind, int frames, int seed, ImuModel? imu = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(frames, 2);
        Name = $"{kind}-{seed}".ToLowerInvariant();
        (Track track, Scene) = Create(kind, frames, seed);
        FrameRate = track.FrameRate;
        Track = new DelayedTrack(track, Start);
        _world = [.. Enumerable.Range(0, frames).Select(i => Track.Camera(i / FrameRate))];
        _poses = [.. _world.Select(pose => _world[0].MotionTo(pose))];
        _imu = ImuSimulator.Run(Track, imu ?? ImuModel.Mems, FrameRate * RowsPerPair, ((frames - 1) * RowsPerPair) + 1, seed);
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>Frames a second.</summary>
    public double FrameRate { get; }

    /// <summary>The motion, in the world.</summary>
    public Track Track { get; }

    /// <summary>What is seen on the way.</summary>
    internal Scene Scene { get; }

    /// <inheritdoc/>
    public int FrameCount => _world.Length;

    /// <inheritdoc/>
    public int PairCount => FrameCount - 1;

    /// <summary>Poses of the camera at the frames; the first is the identity, as KITTI's.</summary>
    public IReadOnlyList<Pose> Poses => _poses;

    /// <inheritdoc/>
    IReadOnlyList<Pose>? ISensorSequence.Poses => _poses;

    /// <summary>Renders a frame: the same view whatever the size. Grey is the luma of the colours.</summary>
    /// <inheritdoc/>
    public Frame Frame(int index, int width, int height, int channels) =>
        Renderer.Picture(Scene, _world[index], width, height).WithChannels(channels);

    /// <inheritdoc/>
    public double[] Imu(int pair)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(pair);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(pair, PairCount);
        return _imu.AsSpan(pair * RowsPerPair * ISensorSequence.ImuChannels, ISensorSequence.ImuSamples * ISensorSequence.ImuChannels).ToArray();
    }

    /// <inheritdoc/>
    public RelativePose? Truth(int pair) => Trajectory.Pair(_poses, pair);

    private static (Track Track, Scene Scene) Create(TrackKind kind, int frames, int seed)
    {
        var motion = new HashRandom(seed, WorldSeed.Motion);
        if (kind == TrackKind.Headset) return (new HeadsetTrack(motion), new RoomScene(seed));
        var random = new HashRandom(seed, WorldSeed.Road);
        double duration = (2 * Start) + (frames / 10.0);
        ClosedCurve road = kind == TrackKind.Race ? ClosedCurve.Race(random) : ClosedCurve.Eight(random);
        (double slowest, double fastest) = kind == TrackKind.Race ? (7.0, 13.0) : (4.5, 8.5);
        return (new DriveTrack(road, slowest, fastest, motion, duration), new OutdoorScene(road, seed));
    }
}
