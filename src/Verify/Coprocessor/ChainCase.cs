using System.Globalization;
using XrNpe.Coproc;

namespace XrNpe.Verify;

/// <summary>A chain of jobs on a memory that stalls, and maybe a fault: what the emulator and the RTL make of it.</summary>
/// <param name="Config">The co-processor.</param>
/// <param name="Jobs">The jobs, in order.</param>
/// <param name="Timing">The memory.</param>
/// <param name="Base">Where it begins: high address bits count, and carries into them.</param>
/// <param name="Fault">What goes wrong.</param>
internal sealed record ChainCase(CoprocConfig Config, IReadOnlyList<MatmulJob> Jobs, AxiTiming Timing, ulong Base, ChainFault Fault) : ICoprocCase<ChainCase>
{
    /// <summary>Cycles after which a chain counts as hung.</summary>
    public const long CycleLimit = 10_000_000;

    private const int MemoryBytes = 1 << 18;
    private const uint WatchdogCycles = 3000;

    /// <summary>A random chain.</summary>
    public static ChainCase Random(Random random, CoprocConfig config)
    {
        MatmulJob[] jobs = [.. Enumerable.Range(0, random.Next(1, 5)).Select(_ => RandomJobs.Next(random, config))];
        double stall = random.Next(3) switch { 0 => 0, 1 => 0.3, _ => 0.7 };
        var chain = new ChainCase(config, jobs, AxiTiming.Random((ulong)random.Next(), stall, random.Next(1, 24)), RandomBase(random), default);
        ulong end = chain.Layouts()[^1].End;
        ulong Anywhere() => chain.Base + (ulong)random.NextInt64((long)(end - chain.Base));
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

    /// <inheritdoc/>
    public string? Wrong(VerilatedLibrary library)
    {
        using VerilatedCoprocessor rtl = Open(library);
        return WrongOn(rtl);
    }

    /// <summary>The RTL with its memory.</summary>
    public VerilatedCoprocessor Open(VerilatedLibrary library) => new(library, Config, new MemoryImage(Base, MemoryBytes), Timing);

    /// <summary>The emulator with its memory.</summary>
    public CoprocEmulator OpenEmulator() => new(Config, new MemoryImage(Base, MemoryBytes), Timing);

    /// <summary>What is wrong on hardware that may have run before, beside an emulator that has not.</summary>
    public string? WrongOn(VerilatedCoprocessor rtl)
    {
        using CoprocEmulator emulator = OpenEmulator();
        MemoryImage memory = emulator.Memory;
        ChainOutcome expected = Run(emulator, emulator.Bus);
        ChainOutcome actual = Run(rtl, rtl.Bus);
        if (actual != expected) return $"{this}: RTL ends with {actual}, the emulator with {expected}";
        int place = memory.All.CommonPrefixLength(rtl.Memory.All);
        if (place != memory.Size) return string.Create(CultureInfo.InvariantCulture, $"{this}: byte 0x{Base + (ulong)place:x} is {rtl.Memory.All[place]:x2} in the RTL, {memory.All[place]:x2} in the emulator");
        if (OutsideC(rtl.Memory) is { } spoilt) return spoilt;
        bool isAsked = Fault.Kind is not (ChainFaultKind.Descriptor or ChainFaultKind.OutOfMemory);
        return expected.Code == ErrorCode.None && isAsked ? Results(rtl) : null;
    }

    /// <summary>What is wrong with a run's end, results and the memory around them, where the memory's stalls are not those of a first run.</summary>
    public string? WrongResults(VerilatedCoprocessor rtl, ErrorCode expected)
    {
        ErrorCode code = Run(rtl, rtl.Bus).Code;
        if (code != expected) return $"{this}: ends with {code}, not {expected}";
        return OutsideC(rtl.Memory) ?? (code == ErrorCode.None ? Results(rtl) : null);
    }

    /// <summary>How the chain ends on the emulator.</summary>
    public ChainOutcome Emulate()
    {
        using CoprocEmulator emulator = OpenEmulator();
        return Run(emulator, emulator.Bus);
    }

    /// <summary>Fewer jobs, no fault, a memory that does not stall.</summary>
    public IEnumerable<ChainCase> Smaller()
    {
        for (int i = 0; i < Jobs.Count && Jobs.Count > 1; i++) yield return this with { Jobs = [.. Jobs.Where((_, j) => j != i)] };
        if (Fault.Kind != ChainFaultKind.None) yield return this with { Fault = default };
        if (Timing.ReadDataStall > 0) yield return this with { Timing = new AxiTiming { ReadLatency = Timing.ReadLatency, WriteLatency = Timing.WriteLatency } };
    }

    /// <inheritdoc/>
    public void WriteWaveform(VerilatedLibrary traced, string path)
    {
        using VerilatedCoprocessor rtl = Open(traced);
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

    /// <summary>A page anywhere in the address space, or the last pages below a multiple of 4 GiB.</summary>
    private static ulong RandomBase(Random random)
    {
        const int PageBits = 12;
        const ulong LastPage = (1ul << (32 - PageBits)) - 1;
        ulong page = (ulong)random.NextInt64((1L << (64 - PageBits)) - (long)LastPage - 1);
        if (random.Next(3) == 0) page = (page | LastPage) - (ulong)random.Next(4);
        return page << PageBits;
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

    private IReadOnlyList<JobLayout> Layouts() => JobLayout.PlanChain(Jobs, Base);

    /// <summary>Fills the memory with noise and the chain.</summary>
    /// <returns>Where it begins.</returns>
    public ulong Store(ICoprocessor hardware)
    {
        IReadOnlyList<JobLayout> layouts = Layouts();
        var driver = new CoprocDriver(hardware);
        new Random(1).NextBytes(hardware.Memory.All);
        foreach ((MatmulJob job, JobLayout layout) in Jobs.Zip(layouts)) driver.Store(job, layout);

        // The last job's A ends behind the memory.
        Descriptor last = layouts[^1].Descriptor;
        if (Fault.Kind == ChainFaultKind.OutOfMemory && Jobs[^1].Window is null)
        {
            ulong outside = Base + MemoryBytes - (last.M > 1 ? last.AStride * (last.M / 2) : 16);
            driver.WriteDescriptor(layouts[^1].DescriptorAddress, last with { AAddress = outside });
        }

        return layouts[0].DescriptorAddress;
    }

    private ChainOutcome Run(ICoprocessor hardware, AxiMemory bus)
    {
        ulong first = Store(hardware);
        hardware.WriteRegister(RegisterMap.Watchdog.Offset, WatchdogCycles);
        Fault.Strike(bus.Faults, hardware.Memory);
        return new CoprocDriver(hardware) { CycleLimit = CycleLimit }.Kick(first);
    }

    /// <summary>The first byte outside every C that is not what it was.</summary>
    public string? OutsideC(MemoryImage after)
    {
        if (Fault.Kind == ChainFaultKind.Descriptor) return null;
        var before = new MemoryImage(Base, MemoryBytes);
        using var writer = new CoprocEmulator(Config, before);
        Store(writer);
        foreach (JobLayout layout in Layouts())
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
        IReadOnlyList<JobLayout> layouts = Layouts();
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
