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
        IReadOnlyList<JobCost> costs = Run(config, [.. layers.Select(layer => Job(layer, format))], memory, watcher, progress);
        return [.. layers.Zip(costs, (layer, cost) => new LayerProfile(layer, format, cost.Counters, cost.BoundByMacs, cost.BoundByBytes, config.PeakMacs(format)))];
    }

    /// <summary>Runs jobs as one chain on the emulator.</summary>
    /// <param name="config">The co-processor.</param>
    /// <param name="jobs">The jobs; the descriptor of the next is fetched while one runs.</param>
    /// <param name="memory">How the memory behaves.</param>
    /// <param name="watcher">Told of every cycle, or null.</param>
    /// <param name="progress">Told how many jobs are done, or null.</param>
    /// <exception cref="CoprocException">The co-processor refuses a job, as when a kernel row does not fit its buffers.</exception>
    /// <exception cref="ArgumentException">The jobs need more memory than can be simulated.</exception>
    public static IReadOnlyList<JobCost> Run(
        CoprocConfig config, MatmulJob[] jobs, AxiTiming memory, Action<CycleKind>? watcher = null, Action<int>? progress = null)
    {
        IReadOnlyList<JobLayout> layouts = JobLayout.PlanChain(jobs, Base);
        using var emulator = new CoprocEmulator(config, Image(layouts), memory) { Watcher = watcher };
        CoprocDriver driver = Store(emulator, jobs, layouts);
        var costs = new List<JobCost>();
        CoprocCounters before = default!;
        emulator.JobEnded = () =>
        {
            int i = costs.Count;
            CoprocCounters all = emulator.Counters;
            CoprocCounters one = i == 0 ? all : all.Since(before);
            before = all;
            costs.Add(new JobCost(one, BoundByMacs(config, layouts[i].Descriptor), BoundByBytes(config, layouts[i].Descriptor)));
            progress?.Invoke(costs.Count);
        };
        driver.RunChain(layouts[0].DescriptorAddress);
        return costs;
    }

    /// <summary>Runs layers as one chain on any co-processor, such as the Verilated RTL.</summary>
    /// <param name="create">Makes it over a memory.</param>
    /// <param name="layers">The layers.</param>
    /// <param name="format">Of their operands and results.</param>
    /// <param name="seed">Of random operands; null for zeros.</param>
    /// <returns>What it counted, and the seconds that took from start to interrupt.</returns>
    public static (CoprocCounters Counters, double Seconds) Time(
        Func<MemoryImage, ICoprocessor> create, IReadOnlyList<LayerShape> layers, NumberFormat format, uint? seed = null)
    {
        MatmulJob[] jobs = [.. layers.Select(layer => Job(layer, format))];
        IReadOnlyList<JobLayout> layouts = JobLayout.PlanChain(jobs, Base);
        if (seed is { } s)
        {
            foreach (MatmulJob job in jobs) Fill(job, s);
        }

        using ICoprocessor hardware = create(Image(layouts));
        CoprocDriver driver = Store(hardware, jobs, layouts);
        var clock = System.Diagnostics.Stopwatch.StartNew();
        CoprocCounters counters = driver.RunChain(layouts[0].DescriptorAddress);
        return (counters, clock.Elapsed.TotalSeconds);
    }

    /// <summary>The fastest of some runs: the first may compile what it runs, and short ones are at the mercy of what else the machine does.</summary>
    /// <param name="runs">At most so many.</param>
    /// <param name="enough">No further one after so many seconds in all.</param>
    /// <param name="run">One run, by its number.</param>
    public static (CoprocCounters Counters, double Seconds) Fastest(int runs, double enough, Func<int, (CoprocCounters Counters, double Seconds)> run)
    {
        (CoprocCounters Counters, double Seconds) best = run(0);
        double sum = best.Seconds;
        for (int i = 1; i < runs && sum < enough; i++)
        {
            (CoprocCounters Counters, double Seconds) next = run(i);
            sum += next.Seconds;
            if (next.Seconds < best.Seconds) best = next;
        }

        return best;
    }

    private static MemoryImage Image(IReadOnlyList<JobLayout> layouts)
    {
        ulong bytes = layouts[^1].End - Base;
        if (bytes > (ulong)Array.MaxLength) throw new ArgumentException($"the layers need {bytes} bytes of memory; at most {Array.MaxLength} can be simulated", nameof(layouts));
        return new MemoryImage(Base, (int)bytes);
    }

    private static CoprocDriver Store(ICoprocessor hardware, MatmulJob[] jobs, IReadOnlyList<JobLayout> layouts)
    {
        var driver = new CoprocDriver(hardware) { CycleLimit = long.MaxValue / 2 };
        foreach ((MatmulJob job, JobLayout layout) in jobs.Zip(layouts)) driver.Store(job, layout);
        return driver;
    }

    private static MatmulJob Job(LayerShape layer, NumberFormat format)
    {
        MatmulShape shape = layer.Shape;
        int codes = layer.Window is { } window ? (int)window.ImageCodes : shape.M * shape.K;
        return new MatmulJob(
            format, format, shape, new ushort[codes], new ushort[shape.N * shape.K], layer.Activation, 0, layer.HasChannels ? new ChannelEntry[shape.N] : null, layer.Window);
    }

    /// <summary>Uniform codes, NaR among them.</summary>
    private static void Fill(MatmulJob job, uint seed)
    {
        int codes = (int)FormatInfo.Of(job.Input).Mask + 1;
        for (int i = 0; i < job.A.Length; i++) job.A[i] = (ushort)(codes * IntegerHash.Unit(i, 0, seed));
        for (int i = 0; i < job.B.Length; i++) job.B[i] = (ushort)(codes * IntegerHash.Unit(i, 1, seed));
    }

    /// <summary>Cycles of the array: every tile takes a cycle for each word of K that a processing element multiplies.</summary>
    private static long BoundByMacs(CoprocConfig config, Descriptor d)
    {
        long words = DescriptorPlan.Of(d, config).KWords;
        return Up(d.M, config.Rows) * Up(d.N, config.Cols) * Up(words, config.Slices);
    }

    /// <summary>Cycles of the bus: image or A, B and channels are read once, C is written once.</summary>
    private static long BoundByBytes(CoprocConfig config, Descriptor d)
    {
        MatrixExtent[] matrices = MatrixExtent.Of(d);
        long written = Bytes(matrices.Single(matrix => matrix.Name == "c"));
        return Up(Math.Max(matrices.Sum(Bytes) - written, written), config.DataWidth / BitsPerByte);

        static long Bytes(MatrixExtent matrix) => matrix.Rows * matrix.RowBytes;
    }

    private static long Up(long value, long unit) => (value + unit - 1) / unit;
}
