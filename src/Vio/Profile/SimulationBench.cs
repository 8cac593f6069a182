using XrNpe.Arith;
using XrNpe.Coproc;

namespace XrNpe.Vio;

/// <summary>A way to build and run the Verilated RTL.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Trace">Writes a waveform.</param>
/// <param name="Threads">Threads of the model.</param>
/// <param name="Inlined">All modules are inlined, as Verilator would have it.</param>
public sealed record SimulationVariant(string Name, bool Trace = false, int Threads = 1, bool Inlined = false);

/// <summary>How fast a configuration is simulated in one way.</summary>
/// <param name="Config">The configuration.</param>
/// <param name="Variant">The way.</param>
/// <param name="BuildSeconds">Until the library was there: little when it is in the cache.</param>
/// <param name="CyclesPerSecond">The best of several runs.</param>
/// <param name="MacsPerSecond">Multiply-accumulates in the same run.</param>
public sealed record SimulationRate(CoprocConfig Config, SimulationVariant Variant, double BuildSeconds, double CyclesPerSecond, double MacsPerSecond);

/// <summary>Measures how fast Verilator simulates the co-processor, memory and protocol checks included.</summary>
public static class SimulationBench
{
    private const int Runs = 10;
    private const NumberFormat Format = NumberFormat.P8;

    /// <summary>The ways that are compared; the first is how everything else here simulates.</summary>
    public static IReadOnlyList<SimulationVariant> Variants { get; } =
        [new("plain"), new("2 threads", Threads: 2), new("trace", Trace: true), new("inlined", Inlined: true)];

    /// <summary>Measures one configuration in one way: random data, and tiles enough to keep the array busy.</summary>
    /// <param name="config">The co-processor.</param>
    /// <param name="variant">The way.</param>
    /// <param name="build">Builds the library, or finds it in the cache.</param>
    public static SimulationRate Measure(CoprocConfig config, SimulationVariant variant, Func<VerilatedLibrary> build)
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        VerilatedLibrary library = build();
        double buildSeconds = clock.Elapsed.TotalSeconds;

        // 64 tiles of 192 steps, whatever the array's size; with a waveform 4, which is slower by more than that.
        int tiles = variant.Trace ? 2 : 8;
        const int Steps = 192;
        var layer = new LayerShape("bench", new MatmulShape(tiles * config.Rows, tiles * config.Cols, Steps * config.Slices * FormatInfo.Of(Format).Lanes));
        (CoprocCounters counters, double seconds) = Profiler.Fastest(Runs, double.PositiveInfinity, i => Profiler.Time(Create, [layer], Format, (uint)i));
        return new SimulationRate(config, variant, buildSeconds, counters.Cycles / seconds, layer.Shape.Macs / seconds);

        VerilatedCoprocessor Create(MemoryImage memory)
        {
            var rtl = new VerilatedCoprocessor(library, config, memory, Profiler.DefaultMemory);

            // Nowhere: gigabytes on a disk would be the disk's speed.
            if (variant.Trace) rtl.TraceOn("/dev/null");
            return rtl;
        }
    }
}
