using XrNpe.Arith;
using XrNpe.Coproc;

namespace XrNpe.Vio;

/// <summary>Nodes with weights, and products of two values, as matrix products of the engine.</summary>
internal static class LayerLowering
{
    /// <summary>Lowers a node.</summary>
    /// <param name="network">The network.</param>
    /// <param name="node">A convolution, a linear layer or a matrix product.</param>
    /// <param name="output">The value that the layer gives, its activation included.</param>
    /// <param name="activation">That activation.</param>
    /// <exception cref="InputException">It does not fit the engine.</exception>
    public static EngineLayer Lower(Network network, Node node, string output, Activation activation)
    {
        int[][] inputs = [.. node.Inputs.Select(network.Shape)];
        EngineLayer layer = node.Operator switch
        {
            Convolution conv => Lower(conv, inputs[0]),
            Linear linear => Lower(linear, inputs[0]),
            _ => Product(inputs[0], inputs[1]),
        };
        layer = layer with { Name = node.Name, Inputs = node.Inputs, Output = output, OutputShape = network.Shape(output), Activation = activation };
        if (Problem(layer) is { } problem) throw new InputException($"{network.Name}: layer {node.Name} ({node.Operator.Description}) does not fit the engine: {problem}");
        return layer;
    }

    private static string? Problem(EngineLayer layer)
    {
        if (layer.Window?.Problem(layer.Shape.M, layer.Shape.K) is { } window) return window;
        return layer.Shape.K <= Quire128.MaxTerms
            ? null
            : $"its sums have {layer.Shape.K} terms, and the quire has room for {Quire128.MaxTerms}; splitting one would round twice";
    }

    private static EngineLayer Lower(Convolution conv, int[] input)
    {
        // What the window has no field for becomes zeros among the weights: channels of other groups, and the gaps of a dilated kernel.
        WindowGeometry geometry = conv.Geometry;
        int height = ((geometry.KernelHeight - 1) * geometry.DilationY) + 1, width = ((geometry.KernelWidth - 1) * geometry.DilationX) + 1;
        ConvWindow window = new ConvWindow
        {
            Height = input.Length == 2 ? 1 : input[1],
            Width = input[^1],
            Channels = conv.Channels,
            KernelHeight = height,
            KernelWidth = width,
            StrideY = geometry.StrideY,
            StrideX = geometry.StrideX,
            PadTop = geometry.PadTop,
            PadLeft = geometry.PadLeft,
            PadBottom = geometry.PadBottom,
            PadRight = geometry.PadRight,
        }.WithLargestOutput();
        double[] weights = new double[conv.Outputs * height * width * conv.Channels];
        int groupOutputs = conv.Outputs / conv.Groups;
        int from = 0;
        for (int output = 0; output < conv.Outputs; output++)
        {
            int firstChannel = output / groupOutputs * conv.GroupChannels;
            for (int channel = firstChannel; channel < firstChannel + conv.GroupChannels; channel++)
            {
                for (int ky = 0; ky < height; ky += geometry.DilationY)
                {
                    for (int kx = 0; kx < width; kx += geometry.DilationX)
                    {
                        weights[(((((output * height) + ky) * width) + kx) * conv.Channels) + channel] = conv.Weights[from++];
                    }
                }
            }
        }

        var shape = new MatmulShape(checked((int)window.Rows), conv.Outputs, checked((int)window.Terms));
        return Layer(EngineKind.Convolution, shape, weights, conv.Bias, window, (long)shape.M * conv.Weights.Length);
    }

    private static EngineLayer Lower(Linear linear, int[] input)
    {
        var shape = new MatmulShape(RealTensor.Count(input) / linear.Features, linear.Outputs, linear.Features);
        return Layer(EngineKind.Linear, shape, linear.Weights, linear.Bias, null, shape.Macs);
    }

    private static EngineLayer Product(int[] a, int[] b)
    {
        var shape = new MatmulShape(a[^2], b[^1], a[^1]);
        int jobs = RealTensor.Count(a) / (shape.M * shape.K);
        return Layer(EngineKind.MatrixProduct, shape, [], null, null, jobs * shape.Macs) with { Jobs = jobs };
    }

    private static EngineLayer Layer(EngineKind kind, MatmulShape shape, double[] weights, double[]? bias, ConvWindow? window, long macs) =>
        new("", kind, [], "", [], shape, 1, weights, bias, Activation.None, window, macs);
}
