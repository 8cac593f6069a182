using XrNpe.Coproc;

namespace XrNpe.Vio;

/// <summary>One layer on the codes that it gets in the network, on several backends.</summary>
public static class LayerCheck
{
    /// <summary>Runs the network in the golden model, and a layer on the other backends too.</summary>
    /// <param name="network">The network in codes.</param>
    /// <param name="layer">The layer's name.</param>
    /// <param name="pair">Which frame pair, for messages.</param>
    /// <param name="inputs">The network's inputs.</param>
    /// <param name="backends">What must give the golden model's codes.</param>
    /// <returns>What each backend counted, in their order; null where nothing counts.</returns>
    /// <exception cref="InputException">There is no such layer.</exception>
    /// <exception cref="BackendMismatchException">A backend differs.</exception>
    public static IReadOnlyList<CoprocCounters?> Run(
        QuantizedNetwork network, string layer, int pair, IReadOnlyDictionary<string, RealTensor> inputs, IReadOnlyList<IMatmulBackend> backends)
    {
        EngineLayer wanted = network.Network.Layer(layer);
        var counters = new CoprocCounters?[backends.Count];
        using var golden = new GoldenBackend();
        network.Run(inputs, golden, (ran, job, result) =>
        {
            if (ran.Name != wanted.Name) return;
            for (int i = 0; i < backends.Count; i++)
            {
                MatmulResult other = backends[i].Run(job);
                BackendMismatchException.ThrowIfDifferent(pair, wanted, job, golden.Name, result.C, backends[i].Name, other.C);

                // A product of two values may take several jobs.
                counters[i] = counters[i] is { } before && other.Counters is { } more ? before.Plus(more) : other.Counters;
            }
        });
        return counters;
    }
}
