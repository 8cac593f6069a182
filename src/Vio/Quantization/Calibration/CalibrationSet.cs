namespace XrNpe.Vio;

/// <summary>Frame pairs that scales are chosen by, and what the network makes of each in double. Their ground truth is not looked at.</summary>
public sealed class CalibrationSet
{
    private CalibrationSet(LoweredNetwork network, IReadOnlyList<IReadOnlyDictionary<string, RealTensor>> references)
    {
        Network = network;
        References = references;
    }

    /// <summary>The network.</summary>
    public LoweredNetwork Network { get; }

    /// <summary>For each frame pair, every value of the network in double, its inputs included; slopes are the hardware's.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, RealTensor>> References { get; }

    /// <summary>Runs the network in double on some frame pairs.</summary>
    /// <param name="network">The network.</param>
    /// <param name="inputs">The network's inputs for each frame pair.</param>
    /// <param name="progress">Told which part is done, or null.</param>
    public static CalibrationSet Of(LoweredNetwork network, IReadOnlyList<IReadOnlyDictionary<string, RealTensor>> inputs, Action<double>? progress = null)
    {
        if (inputs.Count == 0) throw new InputException("there is no frame pair to choose scales by: give one at least");
        var references = new IReadOnlyDictionary<string, RealTensor>[inputs.Count];
        int done = 0;
        Parallel.For(0, inputs.Count, i =>
        {
            references[i] = network.Network.Evaluate(inputs[i]);
            progress?.Invoke((double)Interlocked.Increment(ref done) / inputs.Count);
        });
        return new CalibrationSet(network, references);
    }

    /// <summary>Indices of some frame pairs, spread evenly over a sequence.</summary>
    /// <param name="pairs">Pairs of the sequence.</param>
    /// <param name="count">How many to take at most.</param>
    public static IReadOnlyList<int> Spread(int pairs, int count)
    {
        int taken = Math.Min(pairs, count);
        return [.. Enumerable.Range(0, taken).Select(i => (int)(((2L * i) + 1) * pairs / (2L * taken)))];
    }
}
