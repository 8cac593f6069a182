namespace XrNpe.Vio;

/// <summary>
/// UL-VIO (arXiv 2409.13106) on one frame pair: 6×256×512 of two RGB frames, x/255 − 0.5, and 11 IMU samples of 6, to three Euler angles and three
/// translations. 893 976 parameters. Layers are named as in its state dict.
/// </summary>
public static class UlVio
{
    /// <summary>What it is called on the command line.</summary>
    public const string Name = "ulvio";

    private const double Slope = 0.1;
    private const int VisualFeatures = 378;
    private const int InertialFeatures = 128;
    private const int Hidden = 128;

    /// <summary>The network with its parameters.</summary>
    /// <exception cref="InputException">A parameter is missing or has another shape.</exception>
    public static Network Create(IParameters parameters)
    {
        var build = new NetworkBuilder(parameters);
        string visual = Visual(build);
        string inertial = Inertial(build);
        string fused = build.Add("pose_net.fuse", new Concat(), visual, inertial);
        string mlp = build.Linear("pose_net.mlp.0", VisualFeatures + InertialFeatures, Hidden, fused);
        mlp = build.Add("pose_net.mlp.1", new Rectifier(Slope), mlp);
        mlp = build.Linear("pose_net.mlp.2", Hidden, Hidden, mlp);
        string pose = build.Linear("pose_net.regressor.0", Hidden, Hidden, mlp);
        pose = build.Add("pose_net.regressor.1", new Rectifier(Slope), pose);
        pose = build.Linear("pose_net.regressor.2", Hidden, VioInputs.PoseNumbers, pose);
        return new Network(Name, [VioInputs.Images(channels: 3, 256, 512), VioInputs.Imu], build.Nodes, [pose]);
    }

    private static string Visual(NetworkBuilder build)
    {
        (string Name, int Channels, int Outputs, int Kernel, int Stride)[] layers =
        [
            ("conv1", 6, 8, 5, 2),
            ("conv2", 8, 16, 3, 2),
            ("conv3", 16, 64, 5, 2),
            ("conv4", 64, 64, 3, 2),
            ("conv4_1", 64, 64, 3, 1),
            ("conv5", 64, 192, 3, 2),
            ("conv5_1", 192, 64, 3, 1),
            ("conv6", 64, VisualFeatures, 3, 2),
        ];
        string value = VioInputs.ImagesName;
        foreach ((string name, int channels, int outputs, int kernel, int stride) in layers)
        {
            value = build.ConvNormAct($"visual_encoder.{name}", channels, outputs, kernel, stride, Slope, value);
        }

        value = build.Add("visual_encoder.avgpool", new GlobalAveragePool(), value);
        return build.Linear("visual_encoder.visual_head", VisualFeatures, VisualFeatures, value);
    }

    private static string Inertial(NetworkBuilder build)
    {
        // Each convolution is followed by BatchNorm, LeakyReLU and dropout, which have numbers of their own in the state dict.
        const int Step = 4;
        int[] channels = [VioInputs.ImuAxes, 32, 64, 64];
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
