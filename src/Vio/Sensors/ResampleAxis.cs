namespace XrNpe.Vio;

/// <summary>Which samples of a line make each sample of the resized line, and with which weights.</summary>
internal sealed class ResampleAxis
{
    /// <summary>Bits behind the point of a weight: 32, less 8 of the sample and 2 to spare.</summary>
    public const int WeightBits = 32 - 8 - 2;

    private readonly int[] _first;
    private readonly int[] _count;
    private readonly int[] _weights;
    private readonly int _taps;

    /// <summary>Computes the weights.</summary>
    /// <param name="from">Samples of the line.</param>
    /// <param name="to">Samples of the resized line.</param>
    public ResampleAxis(int from, int to)
    {
        double scale = (double)from / to;
        double support = Math.Max(scale, 1);
        _taps = (2 * (int)Math.Ceiling(support)) + 1;
        (_first, _count, _weights) = (new int[to], new int[to], new int[to * _taps]);
        double[] weights = new double[_taps];
        for (int i = 0; i < to; i++)
        {
            double centre = (i + 0.5) * scale;
            int first = Math.Max((int)(centre - support + 0.5), 0);
            int count = Math.Min((int)(centre + support + 0.5), from) - first;
            double sum = 0;
            for (int tap = 0; tap < count; tap++)
            {
                weights[tap] = Math.Max(0, 1 - Math.Abs((tap + first - centre + 0.5) * (1 / support)));
                sum += weights[tap];
            }

            (_first[i], _count[i]) = (first, count);
            for (int tap = 0; tap < count; tap++) _weights[(i * _taps) + tap] = (int)(0.5 + (weights[tap] / sum * (1 << WeightBits)));
        }
    }

    /// <summary>Samples of the resized line.</summary>
    public int Length => _first.Length;

    /// <summary>The first sample that counts for sample <paramref name="i"/>.</summary>
    public int First(int i) => _first[i];

    /// <summary>Weights of the samples from the first on, times 2^22.</summary>
    public ReadOnlySpan<int> Weights(int i) => _weights.AsSpan(i * _taps, _count[i]);
}
