namespace XrNpe.Vio;

/// <summary>One convolution of a visual encoder.</summary>
/// <param name="Name">In the state dict, below <c>visual_encoder</c>.</param>
/// <param name="Channels">Input channels.</param>
/// <param name="Outputs">Output channels.</param>
/// <param name="Kernel">Kernel size in pixels.</param>
/// <param name="Stride">Step in pixels.</param>
internal readonly record struct VisualLayer(string Name, int Channels, int Outputs, int Kernel, int Stride);

/// <summary>What UL-VIO (arXiv 2409.13106) and its smaller kin have in common: the parts, and how they are named in the state dict.</summary>
internal static class UlVioFamily
{
    /// <summary>Negative slope of every leaky ReLU.</summary>
    public const double Slope = 0.1;

    /// <summary>The convolutions of the visual encoder, each with BatchNorm and leaky ReLU.</summary>
    public static string Convolutions(NetworkBuilder build, IReadOnlyList<VisualLayer> layers) => layers.Aggregate(
        VioInputs.ImagesName,
        (value, layer) => build.ConvNormAct($"visual_encoder.{layer.Name}", layer.Channels, layer.Outputs, layer.Kernel, layer.Stride, Slope, value));

    /// <summary>The inertial encoder: convolutions over the IMU window, and a linear layer over all that they give.</summary>
    /// <param name="build">Where the nodes go.</param>
    /// <param name="channels">Channels before the first convolution and after each.</param>
    /// <param name="features">What comes out.</param>
    public static string Inertial(NetworkBuilder build, IReadOnlyList<int> channels, int features)
    {
        // Each convolution is followed by BatchNorm, LeakyReLU and dropout, which have numbers of their own in the state dict.
        const int Step = 4;
        string value = VioInputs.ImuName;
        for (int layer = 0; layer < channels.Count - 1; layer++)
        {
            string Numbered(int offset) => $"inertial_encoder.encoder_conv.{(layer * Step) + offset}";
            value = build.Sequence(Numbered(0), channels[layer], channels[layer + 1], kernel: 3, value);
            value = build.Add(Numbered(1), build.Norm(Numbered(1), channels[layer + 1]), value);
            value = build.Add(Numbered(2), new Rectifier(Slope), value);
        }

        value = build.Add("inertial_encoder.flatten", Reshape.Flatten, value);
        return build.Linear("inertial_encoder.proj", channels[^1] * VioInputs.ImuSamples, features, value);
    }

    /// <summary>The decoder: both encoders' features, one behind the other, to a pose.</summary>
    /// <param name="build">Where the nodes go.</param>
    /// <param name="visual">The visual encoder's value.</param>
    /// <param name="inertial">The inertial encoder's value.</param>
    /// <param name="features">Features of both.</param>
    /// <param name="hidden">Features of the layers between.</param>
    public static string Pose(NetworkBuilder build, string visual, string inertial, int features, int hidden)
    {
        string value = build.Add("pose_net.fuse", new Concat(), visual, inertial);
        value = build.Linear("pose_net.mlp.0", features, hidden, value);
        value = build.Add("pose_net.mlp.1", new Rectifier(Slope), value);
        value = build.Linear("pose_net.mlp.2", hidden, hidden, value);
        value = build.Linear("pose_net.regressor.0", hidden, hidden, value);
        value = build.Add("pose_net.regressor.1", new Rectifier(Slope), value);
        return build.Linear("pose_net.regressor.2", hidden, VioInputs.PoseNumbers, value);
    }
}
