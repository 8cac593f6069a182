using XrNpe.Arith;
using XrNpe.Coproc;

namespace XrNpe.Vio;

/// <summary>A layer as a job of the co-processor: a matrix product, or a convolution that does not unfold.</summary>
/// <param name="Name">Its name, as in the network's state dict.</param>
/// <param name="Shape">Of the matrix product; a convolution's after im2col.</param>
/// <param name="Window">Of a convolution; null for a matrix product.</param>
/// <param name="HasChannels">It has biases or scales by channel.</param>
/// <param name="Activation">Applied to each result.</param>
public sealed record LayerShape(string Name, MatmulShape Shape, ConvWindow? Window = null, bool HasChannels = false, Activation Activation = default)
{
    /// <summary>A convolution over a padded image.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="height">Image height in pixels.</param>
    /// <param name="width">Image width in pixels.</param>
    /// <param name="channels">Input channels.</param>
    /// <param name="outputs">Output channels.</param>
    /// <param name="kernel">Kernel size in pixels; it is square, but a single row over an image of a single row.</param>
    /// <param name="stride">Step in pixels.</param>
    /// <param name="activation">Applied to each result.</param>
    public static LayerShape Convolution(string name, int height, int width, int channels, int outputs, int kernel, int stride, Activation activation)
    {
        int rows = height == 1 ? 1 : kernel;
        ConvWindow window = new ConvWindow
        {
            Height = height,
            Width = width,
            Channels = channels,
            KernelHeight = rows,
            KernelWidth = kernel,
            StrideY = stride,
            StrideX = stride,
            PadTop = rows / 2,
            PadBottom = rows / 2,
            PadLeft = kernel / 2,
            PadRight = kernel / 2,
        }.WithLargestOutput();
        return new LayerShape(name, new MatmulShape((int)window.Rows, outputs, (int)window.Terms), window, HasChannels: true, activation);
    }

    /// <summary>A matrix product with biases, such as a linear layer with M rows of input.</summary>
    public static LayerShape Linear(string name, int inputs, int outputs, Activation activation = default, int m = 1) =>
        new(name, new MatmulShape(m, outputs, inputs), HasChannels: true, Activation: activation);
}
