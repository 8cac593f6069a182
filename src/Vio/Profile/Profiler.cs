using XrNpe.Arith;
using XrNpe.Coproc;

namespace XrNpe.Vio;

/// <summary>Runs layers on the emulator, each as a job of its own, and sets what they take beside the roofline.</summary>
public static class Profiler
{
    private const ulong Base = 0x8000_0000;
    private const int BitsPerByte = 8;

    /// <summary>A memory that moves a bus word a cycle in each direction, 20 cycles after it was asked.</summary>
    public static AxiTiming DefaultMemory { get; } = new() { ReadLatency = 20, WriteLatency = 20, MaxOutstanding = 64 };

    /// <summary>Profiles one layer. The values are zeros: they do not change what it takes.</summary>
    /// <param name="config">The co-processor.</param>
    /// <param name="layer">The layer.</param>
    /// <param name="format">Of its operands and results.</param>
    /// <param name="memory">How the memory behaves.</param>
    /// <param name="watcher">Told of every cycle, or null.</param>
    /// <exception cref="CoprocException">The co-processor refuses the layer, as when a kernel row does not fit its buffers.</exception>
    public static LayerProfile Run(CoprocConfig config, LayerShape layer, NumberFormat format, AxiTiming memory, Action<CycleKind>? watcher = null)
    {
        MatmulShape shape = layer.Shape;
        int codes = layer.Window is { } window ? window.Height * window.Width * window.Channels : shape.M * shape.K;
        var job = new MatmulJob(
            format, format, shape, new ushort[codes], new ushort[shape.N * shape.K], layer.Activation, 0, layer.HasChannels ? new ChannelEntry[shape.N] : null, layer.Window);
        JobLayout layout = JobLayout.Plan(job, Base);
        var image = new MemoryImage(Base, (int)(layout.End - Base));
        using var emulator = new CoprocEmulator(config, image, memory) { Watcher = watcher };
        var driver = new CoprocDriver(emulator);
        driver.Store(job, layout);
        CoprocCounters counters = driver.RunChain(layout.DescriptorAddress);
        return new LayerProfile(layer, format, counters, BoundByMacs(config, layout.Descriptor), BoundByBytes(config, layer, format), config.PeakMacs(format));
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
