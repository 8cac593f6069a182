using System.Numerics.Tensors;
using XrNpe.Arith;

namespace XrNpe.Vio;

/// <summary>
/// Chooses the scales of one layer by the error of its output on sampled rows: first how its input is held, then the scale of each row of weights, then
/// a correction of its biases by what rounding shifts its sums on average.
/// </summary>
internal static class LayerQuantizer
{
    private const int Around = 2;

    /// <summary>Rows that training has left with next to nothing may be held this many powers of two below the largest weight, and no further.</summary>
    private const int Faintest = 32;

    /// <summary>Quantizes a layer.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="format">Format of its operands.</param>
    /// <param name="inputs">Its inputs for each frame pair, as the quantized layers before it give them: for each of its inputs a list.</param>
    /// <param name="sums">The reference's sums for each frame pair.</param>
    /// <param name="groups">Which channels of its input must share a scale; null when all must.</param>
    public static QuantizedLayer Quantize(
        EngineLayer layer, NumberFormat format, IReadOnlyList<IReadOnlyList<RealTensor>> inputs, IReadOnlyList<RealTensor> sums, int[]? groups)
    {
        if (layer.Kind == EngineKind.MatrixProduct)
        {
            ValueScale[] scales = [.. inputs.Select(values => ValueScale.Uniform(format, InputScales.Uniform(format, values)))];
            return new QuantizedLayer(layer, scales, [], [], null);
        }

        SampledRows rows = SampledRows.Of(layer, inputs[0], sums);
        return InputScales.Candidates(format, inputs[0], groups)
            .Select(scale => new Trial(layer, scale, rows))
            .MinBy(trial => trial.Error)!
            .Finish();
    }

    /// <summary>One way to hold the input, with the weight scales that go best with it.</summary>
    private sealed class Trial
    {
        private readonly EngineLayer _layer;
        private readonly ValueScale _input;
        private readonly SampledRows _rows;
        private readonly double[] _rounded;
        private readonly int[] _scales;
        private readonly ushort[] _codes;
        private readonly double[] _errors;
        private readonly int _lowestScale;

        public Trial(EngineLayer layer, ValueScale input, SampledRows rows)
        {
            _layer = layer;
            _input = input;
            _rows = rows;
            _rounded = RoundInputs();
            int n = layer.Shape.N, k = layer.Shape.K;
            _scales = new int[n];
            _codes = new ushort[n * k];
            _errors = new double[n];
            double largest = layer.Weights.Max(Math.Abs);
            _lowestScale = largest > 0 ? Math.ILogB(largest) - Faintest : 0;
            Parallel.For(0, n, ChooseRow);
        }

        /// <summary>The squared error of all outputs on the sampled rows.</summary>
        public double Error => _errors.Sum();

        public QuantizedLayer Finish()
        {
            int n = _layer.Shape.N;
            double[]? bias = _layer.Bias;
            double[] corrected = new double[n];
            Parallel.For(0, n, output => corrected[output] = (bias?[output] ?? 0) + Shift(output));
            return new QuantizedLayer(_layer, [_input], _codes, _scales, bias is null && Array.TrueForAll(corrected, x => x == 0) ? null : corrected);
        }

        private double[] RoundInputs()
        {
            double[] table = CodeTensor.Table(_input.Format);
            double[] rounded = new double[_rows.Inputs.Length];
            Parallel.For(0, _rows.Count, row =>
            {
                for (int term = 0; term < _rows.Terms; term++)
                {
                    int at = (row * _rows.Terms) + term;
                    int scale = _input.Of(_layer.ChannelOf(term));
                    rounded[at] = Math.ScaleB(table[ScaledCode.Round(_input.Format, _rows.Inputs[at], scale)], scale);
                }
            });
            return rounded;
        }

        private void ChooseRow(int output)
        {
            int k = _layer.Shape.K;
            double[] held = new double[k];
            int common = _input.Largest;
            for (int term = 0; term < k; term++) held[term] = Math.ScaleB(_layer.Weights[(output * k) + term], _input.Of(_layer.ChannelOf(term)) - common);
            int start = Math.Max(ScaleChooser.Choose(_input.Format, held), _lowestScale);
            ushort[] codes = new ushort[k];
            _errors[output] = double.PositiveInfinity;
            for (int scale = start - Around; scale <= start + Around; scale++)
            {
                QuantizedLayer.RoundRow(_layer, _input, output, scale, codes);
                double error = RowError(output, scale, codes);
                bool nearer = error == _errors[output] && Math.Abs(scale - start) < Math.Abs(_scales[output] - start);
                if (!(error < _errors[output]) && !nearer) continue;
                (_errors[output], _scales[output]) = (error, scale);
                codes.CopyTo(_codes, output * k);
            }
        }

        private double RowError(int output, int scale, ushort[] codes)
        {
            int n = _layer.Shape.N, k = _rows.Terms;
            double[] weights = Weights(scale, codes);
            double bias = _layer.Bias?[output] ?? 0, sum = 0;
            for (int row = 0; row < _rows.Count; row++)
            {
                double value = bias + TensorPrimitives.Dot<double>(weights, _rounded.AsSpan(row * k, k));
                double error = _layer.Activate(value) - _layer.Activate(_rows.Sums[(row * n) + output]);
                sum += error * error;
            }

            return sum;
        }

        /// <summary>
        /// How much too small the sums of an output are on average: shrunk by how sure a mean of so few rows is, so that a handful of rows corrects
        /// nothing that is noise.
        /// </summary>
        private double Shift(int output)
        {
            int n = _layer.Shape.N, k = _rows.Terms, count = _rows.Count;
            if (count < 2) return 0;
            double[] weights = Weights(_scales[output], _codes.AsSpan(output * k, k));
            double bias = _layer.Bias?[output] ?? 0, mean = 0, squares = 0;
            for (int row = 0; row < count; row++)
            {
                double missing = _rows.Sums[(row * n) + output] - bias - TensorPrimitives.Dot<double>(weights, _rounded.AsSpan(row * k, k));
                mean += missing / count;
                squares += missing * missing / count;
            }

            double variance = Math.Max(squares - (mean * mean), 0) / (count - 1);
            return mean == 0 ? 0 : mean * Math.Max(0, 1 - (variance / (mean * mean)));
        }

        /// <summary>A row of weights as the sums see them.</summary>
        private double[] Weights(int scale, ReadOnlySpan<ushort> codes)
        {
            double[] table = CodeTensor.Table(_input.Format);
            double[] weights = new double[codes.Length];
            int common = _input.Largest;
            for (int term = 0; term < codes.Length; term++)
            {
                weights[term] = Math.ScaleB(table[codes[term]], scale + common - _input.Of(_layer.ChannelOf(term)));
            }

            return weights;
        }
    }
}
