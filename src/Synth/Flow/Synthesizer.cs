using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace XrNpe.Synth;

/// <summary>Synthesizes a design, in as many runs side by side as the machine has processors.</summary>
public static class Synthesizer
{
    /// <summary>Synthesizes.</summary>
    /// <param name="design">The design.</param>
    /// <param name="options">How.</param>
    /// <param name="progress">Told of each run as it ends: which, how many have ended, how many there are.</param>
    /// <param name="cancellation">Ends all runs.</param>
    /// <exception cref="SynthesisToolMissingException">yosys is not installed.</exception>
    /// <exception cref="LibertyException">The Liberty file cannot be used.</exception>
    /// <exception cref="SynthesisFailedException">A tool failed.</exception>
    /// <exception cref="TimeoutException">A tool took too long.</exception>
    public static SynthesisReport Run(Design design, SynthesisOptions options, Action<string, int, int>? progress = null, CancellationToken cancellation = default)
    {
        SynthesisTool.Yosys.Require();
        CellLibrary library = CellLibrary.Load(options.Liberty);
        var cells = new CellFlow(library, options.TimeLimit, cancellation);
        var fpga = new FpgaFlow(options.TimeLimit, cancellation);
        Variant[] variants = [.. options.Modes.Distinct().SelectMany(mode => Variant.Of(mode, options.Effort))];
        var results = new ConcurrentDictionary<Variant, CellFigures>();
        var failures = new ConcurrentDictionary<Variant, Exception>();
        List<ModuleFigures> modules = [];
        Dictionary<string, (int Luts, int FlipFlops)> fpgaModules = [];
        FpgaFigures? fpgaFlat = null;
        long memoryBits = 0;

        List<(string Name, Action Work)> runs = [.. variants.Select(variant => (variant.Name, (Action)(() => Try(variant))))];
        if (options.ByModule) runs.Add(("modules", () => (modules, memoryBits, _) = cells.ByModule(design)));
        if (options is { ByModule: true, Fpga: true }) runs.Add(("FPGA modules", () => fpgaModules = fpga.ByModule(design)));
        if (options.Fpga) runs.Add(("FPGA", () => fpgaFlat = fpga.Flat(design)));
        RunAll(runs, progress, cancellation);

        CellFigures[] best = [.. options.Modes.Distinct().Select(mode => Best(mode, [.. results.Values], options.EnoughNanoseconds)
            ?? throw Rethrown(variants.Where(variant => variant.Mode == mode).Select(variant => failures.GetValueOrDefault(variant))))];
        return new SynthesisReport(
            design.Top, library.Name, library.Path, library.Gate.Area, library.Gate.Name, library.FullAdder?.Cell.Name, memoryBits,
            [.. modules.Select(module => fpgaModules.TryGetValue(module.Name, out var f) ? module with { FpgaLuts = f.Luts, FpgaFlipFlops = f.FlipFlops } : module)],
            best, fpgaFlat);

        // abc crashes on some networks with some scripts: one way that fails is no loss while another one gets through.
        void Try(Variant variant)
        {
            try
            {
                results[variant] = cells.Flat(design, variant);
            }
            catch (Exception e) when (e is SynthesisFailedException or TimeoutException)
            {
                failures[variant] = e;
            }
        }
    }

    /// <summary>Of all ways the best: the smallest, or the fastest; the smallest of those that are fast enough.</summary>
    internal static CellFigures? Best(SynthesisMode mode, IReadOnlyList<CellFigures> results, double enough)
    {
        IEnumerable<CellFigures> ofMode = results.Where(result => result.Mode == mode);
        if (mode == SynthesisMode.Area) return ofMode.OrderBy(result => result.Area).ThenBy(result => result.Variant, StringComparer.Ordinal).FirstOrDefault();
        return ofMode
            .OrderBy(result => Math.Max(enough, result.Timing?.Critical?.Nanoseconds ?? 0))
            .ThenBy(result => result.Area)
            .ThenBy(result => result.Variant, StringComparer.Ordinal)
            .FirstOrDefault();
    }

    private static void RunAll(List<(string Name, Action Work)> runs, Action<string, int, int>? progress, CancellationToken cancellation)
    {
        int ended = 0;
        progress?.Invoke("starting", 0, runs.Count);
        try
        {
            Parallel.ForEach(
                Partitioner.Create(runs, EnumerablePartitionerOptions.NoBuffering),
                new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellation },
                run =>
                {
                    run.Work();
                    progress?.Invoke(run.Name, Interlocked.Increment(ref ended), runs.Count);
                });
        }
        catch (AggregateException e)
        {
            throw Rethrown(e.InnerExceptions);
        }
    }

    private static Exception Rethrown(IEnumerable<Exception?> failures)
    {
        ExceptionDispatchInfo.Throw(failures.First(failure => failure is not null)!);
        throw new InvalidOperationException();
    }
}
