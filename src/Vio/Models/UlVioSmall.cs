namespace XrNpe.Vio;

/// <summary>
/// A small network of UL-VIO's family: two grey frames of 64×128 and the same IMU window, some 96 000 parameters. For demonstrations, and for training
/// on a processor.
/// </summary>
public static class UlVioSmall
{
    /// <summary>What it is called on the command line.</summary>
    public const string Name = "ulvio-s";

    /// <summary>Height of a frame in pixels.</summary>
    public const int Height = 64;

    /// <summary>Width of a frame in pixels.</summary>
    public const int Width = 128;

    internal const double Slope = 0.1;
    internal const int VisualFeatures = 64;
    internal const int InertialFeatures = 32;
    internal const int Hidden = 64;

    /// <summary>The network with its parameters.</summary>
    /// <exception cref="InputException">A parameter is missing or has another shape.</exception>
    public static Network Create(IParameters parameters)
    {
        var build = new NetworkBuilder(parameters);
        string visual = Visual(build), inertial = Inertial(build);
        string fused = build.Add("pose_net.fuse", new Concat(), visual, inertial);
        string mlp = build.Linear("pose_net.mlp.0", VisualFeatures + InertialFeatures, Hidden, fused);
        mlp = build.Add("pose_net.mlp.1", new Rectifier(Slope), mlp);
        mlp = build.Linear("pose_net.mlp.2", Hidden, Hidden, mlp);
        string pose = build.Linear("pose_net.regressor.0", Hidden, Hidden, mlp);
        pose = build.Add("pose_net.regressor.1", new Rectifier(Slope), pose);
        pose = build.Linear("pose_net.regressor.2", Hidden, VioInputs.PoseNumbers, pose);
        return new Network(Name, [VioInputs.Images(channels: 1, Height, Width), VioInputs.Imu], build.Nodes, [pose]);
    }

    private static string Visual(NetworkBuilder build)
    {
        (string Name, int Channels, int Outputs, int Kernel, int Stride)[] layers =
        [
            ("conv1", 2, 8, 5, 2),
            ("conv2", 8, 16, 3, 2),
            ("conv3", 16, 32, 3, 2),
            ("conv4", 32, 64, 3, 2),
            ("conv5", 64, 32, 3, 1),
        ];
        string value = VioInputs.ImagesName;
        foreach ((string name, int channels, int outputs, int kernel, int stride) in layers)
        {
            value = build.ConvNormAct($"visual_encoder.{name}", channels, outputs, kernel, stride, Slope, value);
        }

        // 4×8 pixels are left, in which motion differs: two rows of four regions keep where it is.
        const int Region = 2, Regions = 8;
        value = build.Add("visual_encoder.avgpool", new Pool(new WindowGeometry { KernelHeight = Region, KernelWidth = Region, StrideY = Region, StrideX = Region }, IsMax: false), value);
        value = build.Add("visual_encoder.flatten", Reshape.Flatten, value);
        return build.Linear("visual_encoder.visual_head", layers[^1].Outputs * Regions, VisualFeatures, value);
    }

    private static string Inertial(NetworkBuilder build)
    {
        const int Step = 4;
        int[] channels = [VioInputs.ImuAxes, 16, 32];
        string value = VioInputs.ImuName;
        for (int layer = 0; layer < channels.Length - 1; layer++)
        {
            string Numbered(int offset) => $"inertial_encoder.encoder_conv.{(layer * Step) + offset}";
            value = build.Sequence(Numbered(0), channels[layer], channels[layer + 1], kernel: 3, value);
            value = build.Add(Numbered(1), build.Norm(Numbered(1), channels[layer + 1]), value);
            value = build.Add(Numbered(2), new Rectifier(Slope), value);
        }

        value = build.Add("inertial_encoder.flatten", Reshape.Flatten, value);
        return build.Linear("inertial_encoder.proj", channels[^1] * VioInputs.ImuSamples, InertialFeatures, value);
    }
}
