using System.Globalization;
using XrNpe.Arith;
using XrNpe.Coproc;

namespace XrNpe.Verify;

/// <summary>A job on a co-processor with a memory that stalls.</summary>
/// <param name="Config">The co-processor.</param>
/// <param name="Job">The job.</param>
/// <param name="Timing">The memory.</param>
internal sealed record JobCase(CoprocConfig Config, MatmulJob Job, AxiTiming Timing) : ICoprocCase<JobCase>
{
    private const ulong BaseAddress = 0x8000_0000;
    private const int MemoryBytes = 1 << 20;
    private const long CycleLimit = 10_000_000;

    /// <summary>A random job: awkward shapes, sometimes NaR, sometimes no stalls.</summary>
    public static JobCase Random(Random random, CoprocConfig config, NumberFormat input, NumberFormat output)
    {
        OutputSettings settings = OutputSettings.Random(random, input, output);
        var shape = new MatmulShape(random.Next(1, 14), random.Next(1, 14), random.Next(1, 120));
        bool nar = random.Next(4) == 0;
        ushort[] a = RandomJobs.Codes(random, input, shape.M * shape.K, nar);
        ushort[] b = RandomJobs.Codes(random, input, shape.N * shape.K, nar);
        double stall = random.Next(3) switch { 0 => 0, 1 => 0.3, _ => 0.7 };
        AxiTiming timing = AxiTiming.Random((ulong)random.Next(), stall, random.Next(1, 12));
        return new JobCase(config, new MatmulJob(input, output, shape, a, b, settings.Activation, settings.Scale), timing);
    }

    /// <summary>What is wrong with the emulator or the RTL; null when both give what the golden model gives.</summary>
    public string? Wrong(VerilatedLibrary library)
    {
        using var golden = new GoldenBackend();
        JobOutcome expected = JobOutcome.Of(() => golden.Run(Job));

        using var emulator = new CoprocEmulator(Config, new MemoryImage(BaseAddress, MemoryBytes), Timing);
        JobOutcome emulated = Outcome(emulator);
        if (emulated.Difference(expected, Job) is { } inEmulator) return $"{this}: emulator: {inEmulator}";

        using var rtl = new VerilatedCoprocessor(library, Config, new MemoryImage(BaseAddress, MemoryBytes), Timing);
        JobOutcome simulated = Outcome(rtl);
        if (simulated.Difference(expected, Job) is { } inRtl) return $"{this}: RTL: {inRtl}";
        return simulated.Counters == emulated.Counters ? null : $"{this}: RTL counts {simulated.Counters}, the emulator {emulated.Counters}";
    }

    /// <summary>Runs the case on the RTL once more and writes its waveform.</summary>
    /// <param name="traced">The same hardware, built with traces.</param>
    /// <param name="path">The VCD file.</param>
    public void WriteWaveform(VerilatedLibrary traced, string path)
    {
        using var rtl = new VerilatedCoprocessor(traced, Config, new MemoryImage(BaseAddress, MemoryBytes), Timing);
        rtl.TraceOn(path);
        _ = Outcome(rtl);
        rtl.TraceOff();
    }

    /// <summary>Half as much of M, of N or of K, either half; and a memory that does not stall.</summary>
    public IEnumerable<JobCase> Smaller()
    {
        (int m, int n, int k) = (Job.Shape.M, Job.Shape.N, Job.Shape.K);
        if (k > 1)
        {
            yield return Part(0, m, 0, n, 0, k / 2);
            yield return Part(0, m, 0, n, k / 2, k - (k / 2));
        }

        if (m > 1)
        {
            yield return Part(0, m / 2, 0, n, 0, k);
            yield return Part(m / 2, m - (m / 2), 0, n, 0, k);
        }

        if (n > 1)
        {
            yield return Part(0, m, 0, n / 2, 0, k);
            yield return Part(0, m, n / 2, n - (n / 2), 0, k);
        }

        if (Timing != AxiTiming.Ideal) yield return this with { Timing = AxiTiming.Ideal };
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        var settings = new OutputSettings(Job.Input, Job.Output, Job.Activation, Job.Scale);
        return string.Create(CultureInfo.InvariantCulture, $"{Config.Name}, {Job.Shape}, {settings}, stalls {Timing.ReadDataStall}");
    }

    private JobOutcome Outcome(ICoprocessor hardware) =>
        JobOutcome.Of(() => new CoprocDriver(hardware) { CycleLimit = CycleLimit }.Run(Job));

    private JobCase Part(int row, int rows, int column, int columns, int term, int terms)
    {
        ushort[] Take(ushort[] codes, int first, int count) =>
            [.. Enumerable.Range(first, count).SelectMany(i => codes.Skip((i * Job.Shape.K) + term).Take(terms))];

        return this with
        {
            Job = Job with { Shape = new MatmulShape(rows, columns, terms), A = Take(Job.A, row, rows), B = Take(Job.B, column, columns) },
        };
    }
}
