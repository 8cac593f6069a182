namespace XrNpe.Coproc;

/// <summary>
/// The co-processor without the hardware: the same registers, descriptors, bytes and error codes as the RTL. It is
/// functional: it does not predict the performance counters, which read 0.
/// </summary>
public sealed class CoprocEmulator : ICoprocessor
{
    private readonly CoprocConfig _config;
    private readonly RegisterFile _registers;
    private ulong _address;
    private uint _index;

    /// <summary>A co-processor after reset.</summary>
    /// <param name="config">What the hardware has.</param>
    /// <param name="memory">The memory it masters.</param>
    /// <exception cref="ConfigException">Such hardware cannot be built.</exception>
    public CoprocEmulator(CoprocConfig config, MemoryImage memory)
    {
        _config = ConfigValidator.Validate(config);
        _registers = new RegisterFile(config);
        Memory = memory;
    }

    /// <inheritdoc/>
    public MemoryImage Memory { get; }

    private bool IsBusy => _registers.Get(RegisterMap.Status, "busy") != 0;

    private bool IsInterrupting =>
        _registers.Get(RegisterMap.Status, "done") != 0 && _registers.Get(RegisterMap.Control, "irq_enable") != 0;

    /// <inheritdoc/>
    public uint ReadRegister(uint offset)
    {
        uint value = _registers.Read(offset);

        // Time passes for software that polls instead of waiting for the interrupt: one job for each look at STATUS.
        if (offset == RegisterMap.Status.Offset && IsBusy) RunOne();
        return value;
    }

    /// <inheritdoc/>
    public void WriteRegister(uint offset, uint value)
    {
        uint pulses = _registers.Write(offset, value);
        bool start = offset == RegisterMap.Control.Offset && RegisterMap.Control.Field("start").Get(pulses) != 0;
        if (start && !IsBusy) Start();
    }

    /// <summary>Runs the chain to its end.</summary>
    /// <param name="cycleLimit">Counts jobs, of which none takes less than a cycle, so that an endless chain ends here as well.</param>
    /// <exception cref="TimeoutException">The chain is longer, or nothing is running that could raise an interrupt.</exception>
    public void WaitForInterrupt(long cycleLimit)
    {
        for (long job = 0; !IsInterrupting; job++)
        {
            if (!IsBusy)
            {
                throw new TimeoutException(
                    "no interrupt will come: nothing is running, or CONTROL.irq_enable is 0; set it and write CONTROL.start first");
            }

            if (job >= cycleLimit)
            {
                throw new TimeoutException($"no interrupt after {job} jobs: at descriptor {_index}, address 0x{_address:x}; does the chain end?");
            }

            RunOne();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // Nothing to release: the interface is disposable for the sake of hardware.
    }

    private void Start()
    {
        _registers.Set(RegisterMap.Error, "code", (uint)ErrorCode.None);
        _registers.Set(RegisterMap.NarRow, "row", 0);
        _registers.Set(RegisterMap.NarColumn, "col", 0);
        _registers.Set(RegisterMap.Status, "busy", 1);
        GoTo(0, _registers.GetPair(RegisterMap.DescriptorLow, RegisterMap.DescriptorHigh));
    }

    /// <summary>Takes up a descriptor; the error registers name it whatever comes of it.</summary>
    private void GoTo(uint index, ulong address)
    {
        (_index, _address) = (index, address);
        _registers.Set(RegisterMap.ErrorIndex, "index", index);
        _registers.SetPair(RegisterMap.ErrorDescriptorLow, RegisterMap.ErrorDescriptorHigh, address);
    }

    private void RunOne()
    {
        JobOutcome outcome = Fetch(out Descriptor? descriptor);
        if (descriptor is not null) outcome = JobRunner.Run(descriptor, Memory);

        if (outcome.Code == ErrorCode.None && descriptor!.Next != 0)
        {
            GoTo(_index + 1, descriptor.Next);
            return;
        }

        _registers.Set(RegisterMap.Error, "code", (uint)outcome.Code);
        _registers.Set(RegisterMap.NarRow, "row", outcome.NarRow);
        _registers.Set(RegisterMap.NarColumn, "col", outcome.NarColumn);
        _registers.Set(RegisterMap.Status, "busy", 0);
        _registers.Set(RegisterMap.Status, "done", 1);
    }

    /// <summary>Fetches and checks the descriptor at hand; null, and why, when it cannot run.</summary>
    private JobOutcome Fetch(out Descriptor? descriptor)
    {
        descriptor = null;
        if (DescriptorCheck.Address(_address) is { } misplaced) return new(misplaced.Code);
        if (!Memory.Contains(_address, DescriptorLayout.Bytes)) return new(ErrorCode.ReadDecodeError);

        Span<byte> bytes = Memory.Slice(_address, DescriptorLayout.Bytes);
        if (DescriptorCheck.Find(bytes, _address, _config) is { } problem) return new(problem.Code);
        descriptor = Descriptor.FromBytes(bytes);
        return new(ErrorCode.None);
    }
}
