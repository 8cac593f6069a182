using XrNpe.Coproc;

namespace XrNpe.Vio;

/// <summary>What says how a frame pair has moved. Safe for many threads where <see cref="IsParallel"/>.</summary>
public abstract class PairPredictor : IDisposable
{
    /// <summary>Many pairs can be predicted at once.</summary>
    public abstract bool IsParallel { get; }

    /// <summary>The motion of a pair.</summary>
    /// <param name="pair">Which one, for messages.</param>
    /// <param name="inputs">The network's inputs.</param>
    public abstract RelativePose Predict(int pair, IReadOnlyDictionary<string, RealTensor> inputs);

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Releases what the predictor holds.</summary>
    protected virtual void Dispose(bool disposing)
    {
        // Most hold nothing.
    }
}

/// <summary>The network in double: the reference.</summary>
/// <param name="network">The network, with its own slopes or the hardware's.</param>
public sealed class ReferencePredictor(Network network) : PairPredictor
{
    /// <inheritdoc/>
    public override bool IsParallel => true;

    /// <inheritdoc/>
    public override RelativePose Predict(int pair, IReadOnlyDictionary<string, RealTensor> inputs) => network.Pose(network.Evaluate(inputs));
}

/// <summary>The network in codes on one backend or several, whose bytes must be the same layer by layer.</summary>
/// <param name="network">The network in codes.</param>
/// <param name="backends">The first computes; the others must give the same.</param>
public sealed class QuantizedPredictor(QuantizedNetwork network, IReadOnlyList<IMatmulBackend> backends) : PairPredictor
{
    /// <summary>Jobs that backends were compared on.</summary>
    public int JobsCompared { get; private set; }

    /// <inheritdoc/>
    public override bool IsParallel => backends.All(backend => backend is GoldenBackend);

    /// <inheritdoc/>
    public override RelativePose Predict(int pair, IReadOnlyDictionary<string, RealTensor> inputs)
    {
        IReadOnlyDictionary<string, RealTensor> outputs = network.Run(inputs, backends[0], (layer, job, result) => Compare(pair, layer, job, result));
        return network.Network.Network.Pose(outputs);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        foreach (IMatmulBackend backend in backends) backend.Dispose();
        base.Dispose(disposing);
    }

    private void Compare(int pair, EngineLayer layer, MatmulJob job, MatmulResult result)
    {
        foreach (IMatmulBackend other in backends.Skip(1))
        {
            BackendMismatchException.ThrowIfDifferent(pair, layer, job, backends[0].Name, result.C, other.Name, other.Run(job).C);
            JobsCompared++;
        }
    }
}
