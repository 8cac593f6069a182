namespace XrNpe.Vio;

/// <summary>
/// A small network of UL-VIO's family: two grey frames of 64×128 and the same IMU window, some 88 000 parameters. For demonstrations, and for training
/// on a processor.
/// </summary>
public static class UlVioSmall
{
    /// <summary>What it is called on the command line.</summary>
    public const string Name = "ulvio-s";

    internal const int VisualFeatures = 64, InertialFeatures = 32, Hidden = 64;

    private const int Height = 64, Width = 128;

    private static readonly VisualLayer[] Layers =
    [
        new("conv1", 2, 8, 5, 2),
        new("conv2", 8, 16, 3, 2),
        new("conv3", 16, 32, 3, 2),
        new("conv4", 32, 64, 3, 2),
        new("conv5", 64, 32, 3, 1),
    ];

    /// <summary>The network with its parameters.</summary>
    /// <exception cref="InputException">A parameter is missing or has another shape.</exception>
    public static Network Create(IParameters parameters)
    {
        // 4×8 pixels are left, in which motion differs: two rows of four regions keep where it is.
        const int Region = 2, Regions = 8;
        var regions = new WindowGeometry { KernelHeight = Region, KernelWidth = Region, StrideY = Region, StrideX = Region };
        var build = new NetworkBuilder(parameters);
        string visual = build.Add("visual_encoder.avgpool", new Pool(regions, IsMax: false), UlVioFamily.Convolutions(build, Layers));
        visual = build.Add("visual_encoder.flatten", Reshape.Flatten, visual);
        visual = build.Linear("visual_encoder.visual_head", Layers[^1].Outputs * Regions, VisualFeatures, visual);
        string inertial = UlVioFamily.Inertial(build, [VioInputs.ImuAxes, 16, 32], InertialFeatures);
        string pose = UlVioFamily.Pose(build, visual, inertial, VisualFeatures + InertialFeatures, Hidden);
        return new Network(Name, [VioInputs.Images(channels: 1, Height, Width), VioInputs.Imu], build.Nodes, [pose]);
    }
}
