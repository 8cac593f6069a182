using System.Globalization;
using XrNpe.Coproc;

namespace XrNpe.Verify;

/// <summary>A chain of jobs on a memory that stalls, and maybe a fault: what the emulator and the RTL make of it.</summary>
/// <param name="Config">The co-processor.</param>
/// <param name="Jobs">The jobs, in order.</param>
/// <param name="Timing">The memory.</param>
/// <param name="Fault">What goes wrong.</param>
internal sealed record ChainCase(CoprocConfig Config, IReadOnlyList<MatmulJob> Jobs, AxiTiming Timing, ChainFault Fault)
{
    private const ulong Base = 0x8000_0000;
    private const int MemoryBytes = 1 << 18;
    private const uint WatchdogCycles = 3000;
    private const long CycleLimit = 10_000_000;

    /// <summary>A random chain.</summary>
    public static ChainCase Random(Random random, CoprocConfig config)
    {
        MatmulJob[] jobs = [.. Enumerable.Range(0, random.Next(1, 5)).Select(_ => RandomJobs.Next(random, config))];
        double stall = random.Next(3) switch { 0 => 0, 1 => 0.3, _ => 0.7 };
        var chain = new ChainCase(config, jobs, AxiTiming.Random((ulong)random.Next(), stall, random.Next(1, 24)), default);
        ulong end = chain.Layouts()[^1].End;
        ulong Anywhere() => Base + (ulong)random.NextInt64((long)(end - Base));
        return chain with
        {
            Fault = random.Next(8) switch
            {
                0 => new ChainFault(ChainFaultKind.BusError, Anywhere(), 0, random.Next(2) == 0 ? AxiResponse.SlaveError : AxiResponse.DecodeError),
                1 => SpoiltDescriptor(random, chain.Layouts()[random.Next(jobs.Length)].DescriptorAddress),
                2 => new ChainFault(ChainFaultKind.Silence, Value: random.Next(300)),
                3 => new ChainFault(ChainFaultKind.OutOfMemory),
                _ => default,
            },
        };
    }

    /// <summary>What differs between RTL and emulator, or from the golden model; null when nothing does.</summary>
    public string? Wrong(VerilatedLibrary library)
    {
        var memory = new MemoryImage(Base, MemoryBytes);
        var rtlMemory = new MemoryImage(Base, MemoryBytes);
        using var emulator = new CoprocEmulator(Config, memory, Timing);
        using var rtl = new VerilatedCoprocessor(library, Config, rtlMemory, Timing);
        ChainOutcome expected = Run(emulator, emulator.Bus);
        ChainOutcome actual = Run(rtl, rtl.Bus);
        if (actual != expected) return $"{this}: RTL ends with {actual}, the emulator with {expected}";
        int place = memory.All.CommonPrefixLength(rtlMemory.All);
        if (place != memory.Size) return string.Create(CultureInfo.InvariantCulture, $"{this}: byte 0x{Base + (ulong)place:x} is {rtlMemory.All[place]:x2} in the RTL, {memory.All[place]:x2} in the emulator");
        if (OutsideC(rtlMemory) is { } spoilt) return spoilt;
        return expected.Code == ErrorCode.None && Fault.Kind != ChainFaultKind.Descriptor ? Results(rtl) : null;
    }

    /// <summary>How the chain ends on the emulator.</summary>
    public ChainOutcome Emulate()
    {
        using var emulator = new CoprocEmulator(Config, new MemoryImage(Base, MemoryBytes), Timing);
        return Run(emulator, emulator.Bus);
    }

    /// <summary>Fewer jobs, no fault, a memory that does not stall.</summary>
    public IEnumerable<ChainCase> Smaller()
    {
        for (int i = 0; i < Jobs.Count && Jobs.Count > 1; i++) yield return this with { Jobs = [.. Jobs.Where((_, j) => j != i)] };
        if (Fault.Kind != ChainFaultKind.None) yield return this with { Fault = default };
        if (Timing.ReadDataStall > 0) yield return this with { Timing = new AxiTiming { ReadLatency = Timing.ReadLatency, WriteLatency = Timing.WriteLatency } };
    }

    /// <summary>Runs the case on the RTL once more and writes its waveform.</summary>
    public void WriteWaveform(VerilatedLibrary traced, string path)
    {
        using var rtl = new VerilatedCoprocessor(traced, Config, new MemoryImage(Base, MemoryBytes), Timing);
        rtl.TraceOn(path);
        _ = Run(rtl, rtl.Bus);
        rtl.TraceOff();
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        string jobs = string.Join(", ", Jobs.Select(job => $"{job.Shape} {job.Input} to {job.Output}{(job.Window is null ? "" : " window")}{(job.Channels is null ? "" : " channels")}"));
        return string.Create(CultureInfo.InvariantCulture, $"{Config.Name}: {jobs}; stalls {Timing.ReadDataStall}, latency {Timing.ReadLatency}, fault {Fault}");
    }

    private static ChainFault SpoiltDescriptor(Random random, ulong address)
    {
        int offset = random.Next(DescriptorLayout.Bytes);
        int value = random.Next(3) switch { 0 => 0, 1 => 255, _ => random.Next(256) };

        // A spoilt link may close the chain to a ring, which never ends: only make it odd.
        DescriptorField next = DescriptorLayout.Field("next");
        return offset >= next.Offset && offset < next.Offset + next.Bytes
            ? new ChainFault(ChainFaultKind.Descriptor, address + (ulong)next.Offset, 1)
            : new ChainFault(ChainFaultKind.Descriptor, address + (ulong)offset, value);
    }

    private List<JobLayout> Layouts()
    {
        var layouts = new List<JobLayout>();
        foreach (MatmulJob job in Jobs) layouts.Add(JobLayout.Plan(job, layouts.Count == 0 ? Base : layouts[^1].End));
        return layouts;
    }

    private Descriptor Linked(List<JobLayout> layouts, int i)
    {
        Descriptor d = layouts[i].Descriptor with { Next = i + 1 < layouts.Count ? layouts[i + 1].DescriptorAddress : 0 };

        // The last job's A then ends behind the memory.
        bool leaves = Fault.Kind == ChainFaultKind.OutOfMemory && i + 1 == layouts.Count && Jobs[i].Window is null;
        return leaves ? d with { AAddress = Base + MemoryBytes - (d.M > 1 ? d.AStride * (d.M / 2) : 16) } : d;
    }

    private ChainOutcome Run(ICoprocessor hardware, AxiMemory bus)
    {
        List<JobLayout> layouts = Layouts();
        var driver = new CoprocDriver(hardware) { CycleLimit = CycleLimit };
        new Random(1).NextBytes(hardware.Memory.All);
        for (int i = 0; i < layouts.Count; i++)
        {
            driver.Store(Jobs[i], layouts[i]);
            driver.WriteDescriptor(layouts[i].DescriptorAddress, Linked(layouts, i));
        }

        hardware.WriteRegister(RegisterMap.Watchdog.Offset, WatchdogCycles);
        Fault.Strike(bus.Faults, hardware.Memory);
        return driver.Kick(layouts[0].DescriptorAddress);
    }

    /// <summary>The first byte outside every C that is not what it was.</summary>
    private string? OutsideC(MemoryImage after)
    {
        if (Fault.Kind == ChainFaultKind.Descriptor) return null;
        List<JobLayout> layouts = Layouts();
        var before = new MemoryImage(Base, MemoryBytes);
        using var writer = new CoprocEmulator(Config, before);
        new Random(1).NextBytes(before.All);
        var driver = new CoprocDriver(writer);
        for (int i = 0; i < layouts.Count; i++)
        {
            driver.Store(Jobs[i], layouts[i]);
            driver.WriteDescriptor(layouts[i].DescriptorAddress, Linked(layouts, i));
        }

        foreach (JobLayout layout in layouts)
        {
            MatrixExtent c = MatrixExtent.Of(layout.Descriptor)[2];
            for (uint row = 0; row < c.Rows; row++)
            {
                ulong address = c.Base + ((ulong)row * c.Stride);
                after.Slice(address, c.RowBytes).CopyTo(before.Slice(address, c.RowBytes));
            }
        }

        int place = before.All.CommonPrefixLength(after.All);
        return place == before.Size ? null : string.Create(CultureInfo.InvariantCulture, $"{this}: byte 0x{Base + (ulong)place:x}, outside every C, has changed");
    }

    private string? Results(VerilatedCoprocessor rtl)
    {
        List<JobLayout> layouts = Layouts();
        for (int i = 0; i < Jobs.Count; i++)
        {
            using var golden = new GoldenBackend();
            uint[] expected = golden.Run(Jobs[i]).C;
            uint[] actual = new CoprocDriver(rtl).ReadResult(layouts[i].Descriptor);
            int place = actual.AsSpan().CommonPrefixLength(expected);
            if (place == actual.Length) continue;
            int n = Jobs[i].Shape.N;
            return $"{this}: job {i}: C[{place / n}, {place % n}] is {Hex.Of(Jobs[i].Output, actual[place])}, should be {Hex.Of(Jobs[i].Output, expected[place])}";
        }

        return null;
    }
}
