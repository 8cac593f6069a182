using System.Numerics.Tensors;

namespace XrNpe.Vio;

/// <summary>
/// A convolution over an image (channels, height, width) or a sequence (channels, samples), as PyTorch's Conv2d and Conv1d: a cross-correlation.
/// A sequence is an image of one row.
/// </summary>
/// <param name="Weights">Outputs × (channels / groups) × kernel height × kernel width, row-major.</param>
/// <param name="Outputs">Output channels.</param>
/// <param name="Channels">Input channels.</param>
/// <param name="Geometry">Kernel, steps and padding, in pixels.</param>
/// <param name="Bias">By output channel; null for none.</param>
/// <param name="Groups">Groups of channels that do not mix.</param>
public sealed record Convolution(double[] Weights, int Outputs, int Channels, WindowGeometry Geometry, double[]? Bias = null, int Groups = 1) : Operator
{
    /// <inheritdoc/>
    public override string Description =>
        $"conv {Geometry}, {Channels} → {Outputs}{(Groups == 1 ? "" : $" in {Groups} groups")}";

    /// <inheritdoc/>
    public override long Parameters => Weights.Length + (Bias?.Length ?? 0);

    /// <summary>Channels that an output sees.</summary>
    public int GroupChannels => Channels / Groups;

    /// <summary>Terms of each sum.</summary>
    public int Terms => GroupChannels * Geometry.KernelHeight * Geometry.KernelWidth;

    /// <inheritdoc/>
    public override int[] OutputShape(IReadOnlyList<int[]> inputs)
    {
        int[] input = Single(inputs);
        if (input.Length is not (2 or 3)) throw new ShapeException("a convolution takes (channels, height, width) or (channels, samples)");
        if (input[0] != Channels)
        {
            throw new ShapeException(
                $"it has {input[0]} channels, and the weights {Network.Text([Outputs, GroupChannels, Geometry.KernelHeight, Geometry.KernelWidth])} want {Channels}");
        }

        return Geometry.OutputShape(input, Outputs);
    }

    /// <inheritdoc/>
    public override RealTensor Evaluate(IReadOnlyList<RealTensor> inputs)
    {
        RealTensor input = Single(inputs);
        int[] shape = OutputShape([input.Shape]);
        int height = shape.Length == 2 ? 1 : shape[1], width = shape[^1];
        double[] result = new double[RealTensor.Count(shape)];
        double[] rows = new double[width * Terms];
        int groupOutputs = Outputs / Groups;
        for (int group = 0; group < Groups; group++)
        {
            for (int y = 0; y < height; y++)
            {
                Unfold(input, group, y, width, rows);
                for (int output = group * groupOutputs; output < (group + 1) * groupOutputs; output++)
                {
                    ReadOnlySpan<double> kernel = Weights.AsSpan(output * Terms, Terms);
                    Span<double> target = result.AsSpan(((output * height) + y) * width, width);
                    double bias = Bias?[output] ?? 0;
                    for (int x = 0; x < width; x++) target[x] = bias + TensorPrimitives.Dot(kernel, rows.AsSpan(x * Terms, Terms));
                }
            }
        }

        return new RealTensor(shape, result);
    }

    /// <summary>The terms of one row of output pixels, in the order of the weights: channel, kernel row, kernel column.</summary>
    private void Unfold(RealTensor input, int group, int y, int width, double[] rows)
    {
        int imageHeight = input.Shape.Length == 2 ? 1 : input.Shape[1], imageWidth = input.Shape[^1];
        int term = 0;
        for (int channel = group * GroupChannels; channel < (group + 1) * GroupChannels; channel++)
        {
            for (int ky = 0; ky < Geometry.KernelHeight; ky++)
            {
                int row = (y * Geometry.StrideY) + (ky * Geometry.DilationY) - Geometry.PadTop;
                bool inside = (uint)row < (uint)imageHeight;
                ReadOnlySpan<double> pixels = inside ? input.Data.AsSpan(((channel * imageHeight) + row) * imageWidth, imageWidth) : default;
                for (int kx = 0; kx < Geometry.KernelWidth; kx++, term++)
                {
                    int column = (kx * Geometry.DilationX) - Geometry.PadLeft;
                    for (int x = 0, at = term; x < width; x++, column += Geometry.StrideX, at += Terms)
                    {
                        rows[at] = (uint)column < (uint)pixels.Length ? pixels[column] : 0;
                    }
                }
            }
        }
    }
}
