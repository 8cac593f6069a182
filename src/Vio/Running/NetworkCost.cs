using XrNpe.Arith;
using XrNpe.Coproc;

namespace XrNpe.Vio;

/// <summary>What a layer costs for one frame pair.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="Format">Format of its operands.</param>
/// <param name="Output">Format of its results.</param>
/// <param name="Jobs">Each of its jobs, on the emulator.</param>
/// <param name="PeakMacs">Multiply-accumulates per cycle of the whole array.</param>
public sealed record LayerCost(EngineLayer Layer, NumberFormat Format, NumberFormat Output, IReadOnlyList<JobCost> Jobs, int PeakMacs)
{
    /// <summary>Cycles.</summary>
    public long Cycles => Jobs.Sum(job => (long)job.Counters.Cycles);

    /// <summary>Bytes read from memory.</summary>
    public long BytesRead => Jobs.Sum(job => (long)job.Counters.BytesRead);

    /// <summary>Bytes written to memory.</summary>
    public long BytesWritten => Jobs.Sum(job => (long)job.Counters.BytesWritten);

    /// <summary>Bytes both ways.</summary>
    public long Bytes => BytesRead + BytesWritten;

    /// <summary>Share of the array's peak, 0 to 1.</summary>
    public double Utilization => Layer.Macs / ((double)Cycles * PeakMacs);
}

/// <summary>What a network costs for one frame pair, layer by layer. Cycles do not depend on the values.</summary>
/// <param name="Layers">Its layers, in the order in which they run, as one chain.</param>
public sealed record NetworkCost(IReadOnlyList<LayerCost> Layers)
{
    /// <summary>Cycles of a frame pair.</summary>
    public long Cycles => Layers.Sum(layer => layer.Cycles);

    /// <summary>Bytes read for a frame pair.</summary>
    public long BytesRead => Layers.Sum(layer => layer.BytesRead);

    /// <summary>Bytes written for a frame pair.</summary>
    public long BytesWritten => Layers.Sum(layer => layer.BytesWritten);

    /// <summary>Bytes both ways.</summary>
    public long Bytes => BytesRead + BytesWritten;

    /// <summary>Bytes that the weights take in memory, rows padded to whole words.</summary>
    public long WeightBytes => Layers.Sum(layer => layer.Layer.Weights.Length == 0 ? 0 : layer.Layer.Shape.N * RowBytes(layer));

    /// <summary>Runs the jobs of a network on the emulator, as one chain.</summary>
    /// <param name="network">The network in codes.</param>
    /// <param name="config">The co-processor.</param>
    /// <param name="memory">How its memory behaves.</param>
    /// <param name="progress">Told which part is done, or null.</param>
    /// <exception cref="InputException">The co-processor refuses a layer.</exception>
    public static NetworkCost Measure(QuantizedNetwork network, CoprocConfig config, AxiTiming memory, Action<double>? progress = null)
    {
        var jobs = new List<(QuantizedLayer Layer, MatmulJob Job)>();
        foreach (QuantizedLayer layer in network.Layers)
        {
            CodeTensor[] zeros = [.. layer.Layer.Inputs.Select((name, i) => Zeros(network.Network.Network.Shape(name), layer.Inputs[i]))];
            jobs.AddRange(layer.Jobs(zeros, network.Held(layer.Layer.Output)).Select(job => (layer, job)));
        }

        try
        {
            IReadOnlyList<JobCost> costs = Profiler.Run(
                config, [.. jobs.Select(job => job.Job)], memory, progress: done => progress?.Invoke((double)done / jobs.Count));
            return new NetworkCost([.. jobs.Zip(costs).GroupBy(job => job.First.Layer).Select(group => new LayerCost(
                group.Key.Layer, group.Key.Format, group.First().First.Job.Output, [.. group.Select(job => job.Second)], config.PeakMacs(group.Key.Format)))]);
        }
        catch (CoprocException e)
        {
            throw new InputException($"{network.Network.Network.Name} does not run on the configuration {config.Name}: {e.Message}", e);
        }
    }

    private static CodeTensor Zeros(int[] shape, ValueScale scale) => new(shape, scale, new ushort[RealTensor.Count(shape)]);

    private static long RowBytes(LayerCost layer) => layer.Layer.Window?.KernelBytes(layer.Format) ?? PackedRow.Bytes(layer.Format, layer.Layer.Shape.K);
}
