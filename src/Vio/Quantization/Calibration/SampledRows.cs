namespace XrNpe.Vio;

/// <summary>Some rows of a layer's matrix product: what goes in, as the layer will get it, and what should come out.</summary>
internal sealed class SampledRows
{
    private const int MostRows = 512;

    private SampledRows(int terms, double[] inputs, double[] sums)
    {
        Terms = terms;
        Inputs = inputs;
        Sums = sums;
    }

    /// <summary>K of the layer.</summary>
    public int Terms { get; }

    /// <summary>Rows × K, in the order of the layer's weights.</summary>
    public double[] Inputs { get; }

    /// <summary>Rows × N: the reference's sums, bias included, before the activation.</summary>
    public double[] Sums { get; }

    /// <summary>How many.</summary>
    public int Count => Inputs.Length / Terms;

    /// <summary>Takes rows of all frame pairs, spread evenly.</summary>
    /// <param name="layer">A convolution or linear layer.</param>
    /// <param name="inputs">Its input for each frame pair.</param>
    /// <param name="sums">The reference's sums for each frame pair, shaped as the layer's value.</param>
    public static SampledRows Of(EngineLayer layer, IReadOnlyList<RealTensor> inputs, IReadOnlyList<RealTensor> sums)
    {
        (int m, int n, int k) = (layer.Shape.M, layer.Shape.N, layer.Shape.K);
        int each = Math.Clamp(MostRows / inputs.Count, 1, m);
        double[] x = new double[inputs.Count * each * k], y = new double[inputs.Count * each * n];
        for (int pair = 0; pair < inputs.Count; pair++)
        {
            for (int i = 0; i < each; i++)
            {
                // Another phase for each pair, so that not all look at the same pixels.
                int row = (int)((((long)i * inputs.Count) + pair) * m / ((long)each * inputs.Count));
                int to = (pair * each) + i;
                Unfold(layer, inputs[pair], row, x.AsSpan(to * k, k));
                for (int column = 0; column < n; column++) y[(to * n) + column] = sums[pair].Data[layer.Window is null ? (row * n) + column : (column * m) + row];
            }
        }

        return new SampledRows(k, x, y);
    }

    private static void Unfold(EngineLayer layer, RealTensor input, int row, Span<double> terms)
    {
        if (layer.Window is not { } window)
        {
            input.Data.AsSpan(row * terms.Length, terms.Length).CopyTo(terms);
            return;
        }

        for (int pixel = 0, term = 0; pixel < window.KernelHeight * window.KernelWidth; pixel++)
        {
            bool inside = window.Locate(row, pixel, out int y, out int x);
            for (int channel = 0; channel < window.Channels; channel++, term++)
            {
                terms[term] = inside ? input.Data[(((channel * window.Height) + y) * window.Width) + x] : 0;
            }
        }
    }
}
