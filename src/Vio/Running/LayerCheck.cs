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
                int same = result.C.AsSpan().CommonPrefixLength(other.C);
                if (same < result.C.Length || same < other.C.Length) throw new BackendMismatchException(pair, wanted, same, golden.Name, result.C, backends[i].Name, other.C);
                counters[i] = Sum(counters[i], other.Counters);
            }
        });
        return counters;
    }

    /// <summary>A product of two values may take several jobs.</summary>
    private static CoprocCounters? Sum(CoprocCounters? a, CoprocCounters? b) => a is null || b is null ? a ?? b : new CoprocCounters(
        a.Cycles + b.Cycles,
        a.Busy + b.Busy,
        a.ReadStall + b.ReadStall,
        a.WriteStall + b.WriteStall,
        a.BytesRead + b.BytesRead,
        a.BytesWritten + b.BytesWritten,
        a.Fill + b.Fill,
        a.Drain + b.Drain);
}
