namespace XrNpe.Coproc;

/// <summary>A co-processor, emulated or Verilated, as a backend. It keeps one of them and a memory that grows with the jobs.</summary>
public sealed class CoprocBackend : IMatmulBackend
{
    private const ulong BaseAddress = 0x8000_0000;
    private const int SmallestMemory = 1 << 20;

    private readonly Func<MemoryImage, ICoprocessor> _create;
    private ICoprocessor? _hardware;
    private CoprocDriver? _driver;

    /// <summary>A backend over any co-processor.</summary>
    /// <param name="name">Name on the command line.</param>
    /// <param name="create">Makes a co-processor over a memory.</param>
    public CoprocBackend(string name, Func<MemoryImage, ICoprocessor> create)
    {
        Name = name;
        _create = create;
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>The emulator of a configuration.</summary>
    /// <param name="config">What the hardware has.</param>
    /// <param name="timing">How the memory behaves; null never stalls.</param>
    /// <exception cref="ConfigException">Such hardware cannot be built.</exception>
    public static CoprocBackend Emulator(CoprocConfig config, AxiTiming? timing = null)
    {
        ConfigValidator.Validate(config);
        return new CoprocBackend("emulator", memory => new CoprocEmulator(config, memory, timing));
    }

    /// <summary>The RTL, run by Verilator.</summary>
    /// <param name="config">What the Verilog was generated from.</param>
    /// <param name="library">The Verilated design.</param>
    /// <param name="timing">How the memory behaves; null never stalls.</param>
    public static CoprocBackend Rtl(CoprocConfig config, VerilatedLibrary library, AxiTiming? timing = null) =>
        new("rtl", memory => new VerilatedCoprocessor(library, config, memory, timing));

    /// <inheritdoc/>
    public MatmulResult Run(MatmulJob job)
    {
        CoprocDriver driver = Driver(JobLayout.Plan(job, BaseAddress).End - BaseAddress);
        return driver.Run(job);
    }

    /// <inheritdoc/>
    public void Dispose() => _hardware?.Dispose();

    private CoprocDriver Driver(ulong bytes)
    {
        if (_driver is not null && (ulong)_hardware!.Memory.Size >= bytes) return _driver;
        if (bytes > (ulong)Array.MaxLength) throw new ArgumentException($"the job needs {bytes} bytes of memory; at most {Array.MaxLength} can be simulated");

        _hardware?.Dispose();
        int size = Math.Max(SmallestMemory, (int)Math.Min(System.Numerics.BitOperations.RoundUpToPowerOf2(bytes), (ulong)(Array.MaxLength & ~4095)));
        _hardware = _create(new MemoryImage(BaseAddress, size));
        _driver = new CoprocDriver(_hardware);
        return _driver;
    }
}
