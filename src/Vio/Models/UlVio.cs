namespace XrNpe.Vio;

/// <summary>
/// UL-VIO (arXiv 2409.13106) on one frame pair: 6×256×512 of two RGB frames, x/255 − 0.5, and 11 IMU samples of 6, to three Euler angles and three
/// translations. 893 976 parameters. Layers are named as in its state dict.
/// </summary>
public static class UlVio
{
    /// <summary>What it is called on the command line.</summary>
    public const string Name = "ulvio";

    private const int Height = 256, Width = 512;
    private const int VisualFeatures = 378, InertialFeatures = 128, Hidden = 128;

    private static readonly VisualLayer[] Layers =
    [
        new("conv1", 6, 8, 5, 2),
        new("conv2", 8, 16, 3, 2),
        new("conv3", 16, 64, 5, 2),
        new("conv4", 64, 64, 3, 2),
        new("conv4_1", 64, 64, 3, 1),
        new("conv5", 64, 192, 3, 2),
        new("conv5_1", 192, 64, 3, 1),
        new("conv6", 64, VisualFeatures, 3, 2),
    ];

    /// <summary>The network with its parameters.</summary>
    /// <exception cref="InputException">A parameter is missing or has another shape.</exception>
    public static Network Create(IParameters parameters)
    {
        var build = new NetworkBuilder(parameters);
        string visual = build.Add("visual_encoder.avgpool", new GlobalAveragePool(), UlVioFamily.Convolutions(build, Layers));
        visual = build.Linear("visual_encoder.visual_head", VisualFeatures, VisualFeatures, visual);
        string inertial = UlVioFamily.Inertial(build, [VioInputs.ImuAxes, 32, 64, 64], InertialFeatures);
        string pose = UlVioFamily.Pose(build, visual, inertial, VisualFeatures + InertialFeatures, Hidden);
        return new Network(Name, [VioInputs.Images(channels: 3, Height, Width), VioInputs.Imu], build.Nodes, [pose]);
    }
}
