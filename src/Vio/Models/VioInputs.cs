namespace XrNpe.Vio;

/// <summary>What goes into a visual-inertial network and what comes out, as UL-VIO defines them; the other networks follow.</summary>
public static class VioInputs
{
    /// <summary>The two frames, the earlier first: (2 · channels, height, width).</summary>
    public const string ImagesName = "images";

    /// <summary>The IMU window: (axes, samples), ax ay az in m/s², wx wy wz in rad/s.</summary>
    public const string ImuName = "imu";

    /// <summary>IMU samples of a frame pair, both ends included: 10 a frame.</summary>
    public const int ImuSamples = 11;

    /// <summary>Numbers of an IMU sample.</summary>
    public const int ImuAxes = 6;

    /// <summary>What comes out: Euler angles x, y, z in radians, translation x, y, z in metres.</summary>
    public const int PoseNumbers = 6;

    /// <summary>The pose among the values that a network gives.</summary>
    internal static RelativePose Pose(this Network network, IReadOnlyDictionary<string, RealTensor> values) => RelativePose.FromNumbers(values[network.Outputs[0]].Data);

    /// <summary>The input of the frames.</summary>
    /// <param name="channels">Channels of a frame: 3 for RGB, 1 for grey.</param>
    /// <param name="height">In pixels.</param>
    /// <param name="width">In pixels.</param>
    public static NetworkInput Images(int channels, int height, int width) => new(ImagesName, [2 * channels, height, width]);

    /// <summary>The input of the IMU window.</summary>
    public static NetworkInput Imu { get; } = new(ImuName, [ImuAxes, ImuSamples]);

    /// <summary>Frames as the network takes them: x/255 − 0.5, channels first.</summary>
    /// <param name="frames">Pixels of each frame, row-major, channels interleaved, 0 to 255.</param>
    /// <param name="channels">Channels of a frame.</param>
    /// <param name="height">In pixels.</param>
    /// <param name="width">In pixels.</param>
    public static RealTensor StackFrames(IReadOnlyList<byte[]> frames, int channels, int height, int width)
    {
        const double White = 255, Middle = 0.5;
        int pixels = height * width;
        double[] data = new double[frames.Count * channels * pixels];
        for (int frame = 0; frame < frames.Count; frame++)
        {
            for (int channel = 0; channel < channels; channel++)
            {
                Span<double> plane = data.AsSpan(((frame * channels) + channel) * pixels, pixels);
                for (int i = 0; i < pixels; i++) plane[i] = (frames[frame][(i * channels) + channel] / White) - Middle;
            }
        }

        return new RealTensor([frames.Count * channels, height, width], data);
    }

    /// <summary>An IMU window as the network takes it: axes first.</summary>
    /// <param name="samples"><see cref="ImuSamples"/> × <see cref="ImuAxes"/>, row-major.</param>
    public static RealTensor ImuWindow(double[] samples) => new([ImuAxes, ImuSamples], Vio.Transpose.Permute([ImuSamples, ImuAxes], samples, [1, 0]));
}
