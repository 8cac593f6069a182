namespace XrNpe.Vio;

/// <summary>The largest or the mean of the pixels below a kernel, channel by channel.</summary>
/// <param name="Geometry">Kernel, steps and padding.</param>
/// <param name="IsMax">The largest, not the mean.</param>
/// <param name="CountsPadding">The mean divides by the kernel's size at the edges too.</param>
public sealed record Pool(WindowGeometry Geometry, bool IsMax, bool CountsPadding = false) : Operator
{
    /// <inheritdoc/>
    public override string Description => $"{(IsMax ? "max" : "average")} pool {Geometry}";

    /// <inheritdoc/>
    public override int[] OutputShape(IReadOnlyList<int[]> inputs)
    {
        int[] input = Single(inputs);
        return input.Length is 2 or 3 ? Geometry.OutputShape(input, input[0]) : throw new ShapeException("a pool takes (channels, height, width) or (channels, samples)");
    }

    /// <inheritdoc/>
    public override RealTensor Evaluate(IReadOnlyList<RealTensor> inputs)
    {
        RealTensor input = Single(inputs);
        int[] shape = OutputShape([input.Shape]);
        int height = shape.Length == 2 ? 1 : shape[1], width = shape[^1];
        double[] result = new double[RealTensor.Count(shape)];
        for (int channel = 0; channel < shape[0]; channel++)
        {
            for (int y = 0; y < height; y++)
            {
                for (int x = 0; x < width; x++) result[(((channel * height) + y) * width) + x] = At(input, channel, y, x);
            }
        }

        return new RealTensor(shape, result);
    }

    private double At(RealTensor input, int channel, int y, int x)
    {
        int imageHeight = input.Shape.Length == 2 ? 1 : input.Shape[1], imageWidth = input.Shape[^1];
        double sum = 0, largest = double.NegativeInfinity;
        int count = 0;
        for (int ky = 0; ky < Geometry.KernelHeight; ky++)
        {
            int row = (y * Geometry.StrideY) + (ky * Geometry.DilationY) - Geometry.PadTop;
            if ((uint)row >= (uint)imageHeight) continue;
            for (int kx = 0; kx < Geometry.KernelWidth; kx++)
            {
                int column = (x * Geometry.StrideX) + (kx * Geometry.DilationX) - Geometry.PadLeft;
                if ((uint)column >= (uint)imageWidth) continue;
                double pixel = input.Data[(((channel * imageHeight) + row) * imageWidth) + column];
                sum += pixel;
                largest = Math.Max(largest, pixel);
                count++;
            }
        }

        return IsMax ? largest : sum / (CountsPadding ? Geometry.KernelHeight * Geometry.KernelWidth : Math.Max(count, 1));
    }
}
