using XrNpe.Arith;
using XrNpe.Coproc;

namespace XrNpe.Vio;

/// <summary>What kind of matrix product a layer becomes.</summary>
public enum EngineKind
{
    /// <summary>A window over an image of one value, times weights.</summary>
    Convolution,

    /// <summary>Rows of one value, times weights.</summary>
    Linear,

    /// <summary>One value times another: a job for each of their leading axes.</summary>
    MatrixProduct,
}

/// <summary>
/// A layer as the engine runs it: a matrix product with its bias and activation. Weights are in double, rows of B as the hardware reads them: K
/// contiguous, a convolution's in the order kernel row, kernel column, channel.
/// </summary>
/// <param name="Name">Of the layer, as in the network's state dict.</param>
/// <param name="Kind">What kind of product.</param>
/// <param name="Inputs">Values that it takes: one, or both of a product of two.</param>
/// <param name="Output">The value that it gives: that of its activation, where it has one.</param>
/// <param name="OutputShape">Shape of that value.</param>
/// <param name="Shape">M, N and K of each job.</param>
/// <param name="Jobs">Jobs that it takes: 1 but for a product of two values with leading axes.</param>
/// <param name="Weights">N × K; empty for a product of two values.</param>
/// <param name="Bias">By output; null for none.</param>
/// <param name="Activation">As the output units do it.</param>
/// <param name="Window">Of a convolution.</param>
/// <param name="Macs">Multiply-accumulates that the layer is made of; fewer than its jobs do where groups or dilation put zeros among the weights.</param>
public sealed record EngineLayer(
    string Name,
    EngineKind Kind,
    IReadOnlyList<string> Inputs,
    string Output,
    int[] OutputShape,
    MatmulShape Shape,
    int Jobs,
    double[] Weights,
    double[]? Bias,
    Activation Activation,
    ConvWindow? Window,
    long Macs)
{
    /// <summary>Which channel of the input each term of a sum belongs to: of a convolution its channel, else the feature.</summary>
    public int ChannelOf(int term) => Window is null ? term : term % Window.Channels;

    /// <summary>
    /// A column of B is a channel of the layer's value, and a term of A belongs to a channel of its input, so that either may have a scale for each
    /// channel. Not so where rows of features are multiplied, or two values.
    /// </summary>
    public bool ScalesByChannel => Kind == EngineKind.Convolution || (Kind == EngineKind.Linear && OutputShape.Length == 1);

    /// <summary>The layer's activation in double.</summary>
    public double Activate(double x) => Activation.Kind switch
    {
        ActivationKind.Relu => Math.Max(x, 0),
        ActivationKind.LeakyRelu when x < 0 => x * Math.ScaleB(Activation.SlopeM, -Activation.SlopeS),
        _ => x,
    };
}
