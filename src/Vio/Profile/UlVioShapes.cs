using XrNpe.Arith;

namespace XrNpe.Vio;

/// <summary>The layers of UL-VIO (arXiv 2409.13106) on one pair of frames, named as in its state dict.</summary>
public static class UlVioShapes
{
    private const int Samples = 11;

    // 205/2048 stands for 0.1.
    private static readonly Activation Leaky = Activation.LeakyRelu(205, 11);

    /// <summary>The layers, in the order in which they run.</summary>
    public static IReadOnlyList<LayerShape> Layers { get; } =
    [
        LayerShape.Convolution("visual_encoder.conv1", 256, 512, 6, 8, 5, 2, Leaky),
        LayerShape.Convolution("visual_encoder.conv2", 128, 256, 8, 16, 3, 2, Leaky),
        LayerShape.Convolution("visual_encoder.conv3", 64, 128, 16, 64, 5, 2, Leaky),
        LayerShape.Convolution("visual_encoder.conv4", 32, 64, 64, 64, 3, 2, Leaky),
        LayerShape.Convolution("visual_encoder.conv4_1", 16, 32, 64, 64, 3, 1, Leaky),
        LayerShape.Convolution("visual_encoder.conv5", 16, 32, 64, 192, 3, 2, Leaky),
        LayerShape.Convolution("visual_encoder.conv5_1", 8, 16, 192, 64, 3, 1, Leaky),
        LayerShape.Convolution("visual_encoder.conv6", 8, 16, 64, 378, 3, 2, Leaky),
        LayerShape.Linear("visual_encoder.visual_head", 378, 378),
        LayerShape.Convolution("inertial_encoder.encoder_conv.0", 1, Samples, 6, 32, 3, 1, Leaky),
        LayerShape.Convolution("inertial_encoder.encoder_conv.4", 1, Samples, 32, 64, 3, 1, Leaky),
        LayerShape.Convolution("inertial_encoder.encoder_conv.8", 1, Samples, 64, 64, 3, 1, Leaky),
        LayerShape.Linear("inertial_encoder.proj", 704, 128),
        LayerShape.Linear("pose_net.mlp.0", 506, 128, Leaky),
        LayerShape.Linear("pose_net.mlp.2", 128, 128),
        LayerShape.Linear("pose_net.regressor.0", 128, 128, Leaky),
        LayerShape.Linear("pose_net.regressor.2", 128, 6),
    ];
}
