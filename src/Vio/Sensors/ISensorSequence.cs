namespace XrNpe.Vio;

/// <summary>What the network sees of a ride: frames, the IMU between them, and the true path where it is known. Safe for many threads.</summary>
public interface ISensorSequence
{
    /// <summary>IMU samples of a frame pair: from one frame to the next, both included.</summary>
    const int ImuSamples = 11;

    /// <summary>Numbers of an IMU sample: ax, ay, az (m/s²), wx, wy, wz (rad/s).</summary>
    const int ImuChannels = 6;

    /// <summary>What it is called, such as <c>06</c>.</summary>
    string Name { get; }

    /// <summary>Frames.</summary>
    int FrameCount { get; }

    /// <summary>Pairs of neighbours: one fewer than frames.</summary>
    int PairCount { get; }

    /// <summary>Poses of the camera at the frames, camera to world; null where they are not known.</summary>
    IReadOnlyList<Pose>? Poses { get; }

    /// <summary>A frame.</summary>
    /// <param name="index">From 0 on.</param>
    /// <param name="width">Columns wanted; a recorded frame is resized as <see cref="Resample.Bilinear"/> does.</param>
    /// <param name="height">Rows wanted.</param>
    /// <param name="channels">1 for grey, 3 for colour; what was recorded is converted as <see cref="Vio.Frame.WithChannels"/> does.</param>
    /// <exception cref="InputException">Its file cannot be read.</exception>
    Frame Frame(int index, int width, int height, int channels);

    /// <summary>The IMU samples of frames <paramref name="pair"/> and <paramref name="pair"/> + 1: 11×6, row-major.</summary>
    double[] Imu(int pair);

    /// <summary>True motion from frame <paramref name="pair"/> to the next; null where it is not known.</summary>
    RelativePose? Truth(int pair);
}
