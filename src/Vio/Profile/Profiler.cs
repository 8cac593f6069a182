using XrNpe.Arith;
using XrNpe.Coproc;

namespace XrNpe.Vio;

/// <summary>Runs layers on the emulator, each as a job of one chain, and sets what they take beside the roofline.</summary>
public static class Profiler
{
    private const ulong Base = 0x8000_0000;
    private const int BitsPerByte = 8;

    /// <summary>A memory that moves a bus word a cycle in each direction, 20 cycles after it was asked.</summary>
    public static AxiTiming DefaultMemory { get; } = new() { ReadLatency = 20, WriteLatency = 20, MaxOutstanding = 64 };

    /// <summary>Profiles layers that run as one chain. The values are zeros: they do not change what it takes.</summary>
    /// <param name="config">The co-processor.</param>
    /// <param name="layers">The layers; each is a job, and the descriptor of the next is fetched while it runs.</param>
    /// <param name="format">Of their operands and results.</param>
    /// <param name="memory">How the memory behaves.</param>
    /// <param name="watcher">Told of every cycle, or null.</param>
    /// <param name="progress">Told how many layers are done, or null.</param>
    /// <exception cref="CoprocException">The co-processor refuses a layer, as when a kernel row does not fit its buffers.</exception>
    /// <exception cref="ArgumentException">The layers need more memory than can be simulated.</exception>
    public static IReadOnlyList<LayerProfile> Run(
        CoprocConfig config,
        IReadOnlyList<LayerShape> layers,
        NumberFormat format,
        AxiTiming memory,
        Action<CycleKind>? watcher = null,
        Action<int>? progress = null)
    {
        MatmulJob[] jobs = [.. layers.Select(layer => Job(layer, format))];
        var layouts = new List<JobLayout>();
        foreach (MatmulJob job in jobs) layouts.Add(JobLayout.Plan(job, layouts.Count == 0 ? Base : layouts[^1].End));
        ulong bytes = layouts[^1].End - Base;
        if (bytes > (ulong)Array.MaxLength) throw new ArgumentException($"the layers need {bytes} bytes of memory; at most {Array.MaxLength} can be simulated", nameof(layers));

        using var emulator = new CoprocEmulator(config, new MemoryImage(Base, (int)bytes), memory) { Watcher = watcher };
        var driver = new CoprocDriver(emulator) { CycleLimit = long.MaxValue };
        for (int i = 0; i < jobs.Length; i++)
        {
            driver.Store(jobs[i], layouts[i]);
            ulong next = i + 1 < jobs.Length ? layouts[i + 1].DescriptorAddress : 0;
            driver.WriteDescriptor(layouts[i].DescriptorAddress, layouts[i].Descriptor with { Next = next });
        }

        var profiles = new List<LayerProfile>();
        CoprocCounters before = default!;
        emulator.JobEnded = () =>
        {
            int i = profiles.Count;
            CoprocCounters all = emulator.Counters;
            CoprocCounters one = i == 0 ? all : all.Since(before);
            before = all;
            profiles.Add(new LayerProfile(
                layers[i], format, one, BoundByMacs(config, layouts[i].Descriptor), BoundByBytes(config, layers[i], format), config.PeakMacs(format)));
            progress?.Invoke(profiles.Count);
        };
        driver.RunChain(layouts[0].DescriptorAddress);
        return profiles;
    }

    private static MatmulJob Job(LayerShape layer, NumberFormat format)
    {
        MatmulShape shape = layer.Shape;
        int codes = layer.Window is { } window ? window.Height * window.Width * window.Channels : shape.M * shape.K;
        return new MatmulJob(
            format, format, shape, new ushort[codes], new ushort[shape.N * shape.K], layer.Activation, 0, layer.HasChannels ? new ChannelEntry[shape.N] : null, layer.Window);
    }

    /// <summary>Cycles of the array: every tile takes a cycle for each word of K that a processing element multiplies.</summary>
    private static long BoundByMacs(CoprocConfig config, Descriptor d)
    {
        long words = DescriptorPlan.Of(d, config).KWords;
        return Up(d.M, config.Rows) * Up(d.N, config.Cols) * Up(words, config.Slices);
    }

    /// <summary>Cycles of the bus: image or A, B and channels are read once, C is written once.</summary>
    private static long BoundByBytes(CoprocConfig config, LayerShape layer, NumberFormat format)
    {
        MatmulShape shape = layer.Shape;
        long a = layer.Window is { } window ? window.Height * window.ImageRowBytes(format) : shape.M * PackedRow.Bytes(format, shape.K);
        long b = shape.N * (layer.Window?.KernelBytes(format) ?? PackedRow.Bytes(format, shape.K));
        long channels = layer.HasChannels ? (long)shape.N * ChannelTableLayout.EntryBytes : 0;
        long written = shape.M * PackedRow.Bytes(format, shape.N);
        return Up(Math.Max(a + b + channels, written), config.DataWidth / BitsPerByte);
    }

    private static long Up(long value, long unit) => (value + unit - 1) / unit;
}
