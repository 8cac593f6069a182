using XrNpe.Arith;

namespace XrNpe.Coproc;

/// <summary>
/// The driver: lays jobs out in memory, kicks the co-processor, waits, and reads what came of it. It knows the hardware from
/// its identification registers alone, and serves the emulator and the RTL alike.
/// </summary>
public sealed class CoprocDriver
{
    private readonly ICoprocessor _hardware;

    /// <summary>Finds out what the hardware is.</summary>
    /// <exception cref="NotSupportedException">No XR-NPE answers, or one whose ABI this driver does not know.</exception>
    public CoprocDriver(ICoprocessor hardware)
    {
        _hardware = hardware;
        Config = Identification.Read(hardware);
    }

    /// <summary>The hardware's configuration.</summary>
    public CoprocConfig Config { get; }

    /// <summary>Cycles after which a chain that raised no interrupt counts as hung.</summary>
    public long CycleLimit { get; set; } = 1_000_000_000;

    /// <summary>Runs one job, laid out from the start of the memory on.</summary>
    /// <exception cref="ArgumentException">The job's arrays do not fit its shape, or the job does not fit the memory.</exception>
    /// <exception cref="NarToFp4Exception">NaR met an FP4 output.</exception>
    /// <exception cref="CoprocException">The co-processor refused the job or memory failed.</exception>
    /// <exception cref="TimeoutException">No interrupt within <see cref="CycleLimit"/>.</exception>
    public MatmulResult Run(MatmulJob job, JobPlacement placement = default)
    {
        JobLayout layout = JobLayout.Plan(job, _hardware.Memory.BaseAddress, placement);
        Store(job, layout);
        CoprocCounters counters = RunChain(layout.DescriptorAddress);
        return new MatmulResult(ReadResult(layout.Descriptor), counters);
    }

    /// <summary>Writes a laid-out job's operands, channel table and descriptor to memory.</summary>
    /// <exception cref="ArgumentException">The job does not fit the memory.</exception>
    public void Store(MatmulJob job, JobLayout layout)
    {
        MemoryImage memory = _hardware.Memory;
        ulong bytes = layout.End - layout.DescriptorAddress;
        if (bytes > int.MaxValue || !memory.Contains(layout.DescriptorAddress, (long)bytes))
        {
            throw new ArgumentException(
                $"the job needs {bytes} bytes at 0x{layout.DescriptorAddress:x}; the memory has {memory.Size} at 0x{memory.BaseAddress:x}", nameof(layout));
        }

        JobMemory.Write(job, layout.Descriptor, memory);
        WriteDescriptor(layout.DescriptorAddress, layout.Descriptor);
    }

    /// <summary>Writes a descriptor to memory, valid or not.</summary>
    public void WriteDescriptor(ulong address, Descriptor descriptor) =>
        descriptor.ToBytes().CopyTo(_hardware.Memory.Slice(address, DescriptorLayout.Bytes));

    /// <summary>Reads a finished job's C: codes, row-major.</summary>
    public uint[] ReadResult(Descriptor descriptor) => MatrixMemory.ReadRows(
        _hardware.Memory, MatrixExtent.Of(descriptor)[2], (NumberFormat)descriptor.OutputFormat, (int)descriptor.N);

    /// <summary>Runs a chain of descriptors that stand in memory.</summary>
    /// <param name="firstDescriptor">Address of the first.</param>
    /// <exception cref="NarToFp4Exception">NaR met an FP4 output.</exception>
    /// <exception cref="CoprocException">The co-processor refused a job or memory failed.</exception>
    /// <exception cref="TimeoutException">No interrupt within <see cref="CycleLimit"/>.</exception>
    public CoprocCounters RunChain(ulong firstDescriptor)
    {
        ChainOutcome outcome = Kick(firstDescriptor);
        return outcome.Code switch
        {
            ErrorCode.None => outcome.Counters,
            ErrorCode.NarToFp4 => throw new NarToFp4Exception(outcome.NarRow, outcome.NarColumn),
            _ => throw new CoprocException(outcome.Code, ErrorReport.Describe(outcome, _hardware.Memory, Config)),
        };
    }

    /// <summary>Runs a chain and says how it ended, without throwing on error codes.</summary>
    /// <param name="firstDescriptor">Address of the first descriptor.</param>
    /// <exception cref="TimeoutException">No interrupt within <see cref="CycleLimit"/>.</exception>
    public ChainOutcome Kick(ulong firstDescriptor)
    {
        uint irqEnable = RegisterMap.Control.Field("irq_enable").Put(1);
        uint done = RegisterMap.Status.Field("done").Put(1);
        _hardware.WriteRegister(RegisterMap.Status.Offset, done);
        _hardware.WriteRegister(RegisterMap.DescriptorLow.Offset, (uint)firstDescriptor);
        _hardware.WriteRegister(RegisterMap.DescriptorHigh.Offset, (uint)(firstDescriptor >> 32));
        _hardware.WriteRegister(RegisterMap.Control.Offset, irqEnable | RegisterMap.Control.Field("start").Put(1));
        _hardware.WaitForInterrupt(CycleLimit);
        ChainOutcome outcome = ReadOutcome();
        _hardware.WriteRegister(RegisterMap.Status.Offset, done);
        return outcome;
    }

    private ChainOutcome ReadOutcome() => new(
        (ErrorCode)RegisterMap.Error.Field("code").Get(_hardware.ReadRegister(RegisterMap.Error.Offset)),
        _hardware.ReadRegister(RegisterMap.ErrorIndex.Offset),
        ReadPair(RegisterMap.ErrorDescriptorLow.Offset, RegisterMap.ErrorDescriptorHigh.Offset),
        _hardware.ReadRegister(RegisterMap.NarRow.Offset),
        _hardware.ReadRegister(RegisterMap.NarColumn.Offset),
        new CoprocCounters(
            Counter("CYCLES"), Counter("BUSY"), Counter("READ_STALL"), Counter("WRITE_STALL"), Counter("BYTES_READ"), Counter("BYTES_WRITTEN"),
            Counter("FILL"), Counter("DRAIN")));

    private ulong Counter(string name)
    {
        uint low = RegisterMap.Counter(name).Offset;
        return ReadPair(low, low + sizeof(uint));
    }

    private ulong ReadPair(uint low, uint high) => ((ulong)_hardware.ReadRegister(high) << 32) | _hardware.ReadRegister(low);
}
