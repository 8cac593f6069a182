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
    /// <summary>The layers of a network that are on the engine, in the order in which they run.</summary>
    public static IReadOnlyList<LayerShape> Of(Network network) =>
        [.. LoweredNetwork.Of(network).Layers.Select(layer => new LayerShape(layer.Name, layer.Shape, layer.Window, HasChannels: true, layer.Activation))];
}
