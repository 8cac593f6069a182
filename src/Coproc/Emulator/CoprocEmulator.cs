namespace XrNpe.Coproc;

/// <summary>
/// The co-processor without the hardware: the same registers, descriptors, bytes, error codes and cycles as the RTL, on the same
/// simulated memory.
/// </summary>
public sealed class CoprocEmulator : ICoprocessor
{
    // What software that polls instead of waiting for the interrupt lets pass between two looks.
    private const int PollCycles = 100;

    private readonly CycleModel _model;
    private readonly RegisterFile _registers;
    private CoprocInputs _inputs;
    private CoprocOutputs _outputs;

    // Looked at in every cycle, so kept beside the registers.
    private bool _isInterrupting;

    /// <summary>A co-processor after reset.</summary>
    /// <param name="config">What the hardware has.</param>
    /// <param name="memory">The memory it masters; base and size are multiples of the bus width.</param>
    /// <param name="timing">How the memory behaves; null never stalls and answers in the next cycle.</param>
    /// <exception cref="ConfigException">Such hardware cannot be built.</exception>
    public CoprocEmulator(CoprocConfig config, MemoryImage memory, AxiTiming? timing = null)
    {
        ConfigValidator.Validate(config);
        _registers = new RegisterFile(config);
        _model = new CycleModel(config, memory);
        _model.Control.WatchdogCycles = RegisterMap.WatchdogReset;
        _inputs.ResetN = 1;
        Memory = memory;
        Bus = new AxiMemory(memory, config, timing ?? AxiTiming.Ideal);
    }

    /// <inheritdoc/>
    public MemoryImage Memory { get; }

    /// <summary>The simulated memory: faults to inject, bursts under way.</summary>
    public AxiMemory Bus { get; }

    /// <summary>Clock cycles since power-up.</summary>
    public long Cycle { get; private set; }

    /// <summary>Told of every cycle of a chain, when somebody listens.</summary>
    public Action<CycleKind>? Watcher
    {
        get => _model.Watcher;
        set => _model.Watcher = value;
    }

    /// <summary>Told when a job has ended well, its last cycle counted.</summary>
    public Action? JobEnded { get; set; }

    /// <summary>The performance counters.</summary>
    public CoprocCounters Counters => new(
        _model.Cycles.Aggregate((sum, cycles) => sum + cycles),
        _model.Cycles[(int)CycleKind.Compute],
        _model.Cycles[(int)CycleKind.ReadStall],
        _model.Cycles[(int)CycleKind.WriteStall],
        _model.BytesRead,
        _model.BytesWritten,
        _model.Cycles[(int)CycleKind.Fill],
        _model.Cycles[(int)CycleKind.Drain]);

    /// <summary>One clock cycle.</summary>
    public void Step()
    {
        bool done = _model.Control.IsDone;
        long jobs = _model.Control.JobsDone;
        Bus.Drive(Cycle, ref _inputs);
        _model.Drive(ref _outputs);
        _model.Clock(_inputs, _outputs);
        Bus.Carry(Cycle, _inputs, _outputs);
        if (_model.Control.JobsDone != jobs) JobEnded?.Invoke();
        Cycle++;
        if (!done) return;
        _registers.Set(RegisterMap.Status, "done", 1);
        LookAtInterrupt();
    }

    /// <inheritdoc/>
    public uint ReadRegister(uint offset)
    {
        Refresh();
        uint value = _registers.Read(offset);
        for (int i = 0; i < PollCycles && offset == RegisterMap.Status.Offset && _model.Control.IsBusy; i++) Step();
        return value;
    }

    /// <inheritdoc/>
    public void WriteRegister(uint offset, uint value)
    {
        uint pulses = _registers.Write(offset, value);
        LookAtInterrupt();
        if (offset == RegisterMap.Watchdog.Offset) _model.Control.WatchdogCycles = value;
        if (offset != RegisterMap.Control.Offset) return;
        if (RegisterMap.Control.Field("soft_reset").Get(pulses) != 0) _model.Control.AskReset();
        if (RegisterMap.Control.Field("start").Get(pulses) != 0 && !_model.Control.IsBusy)
        {
            _model.ClearCounters();
            _model.Control.AskStart(_registers.GetPair(RegisterMap.DescriptorLow, RegisterMap.DescriptorHigh));
        }

        Step();
    }

    /// <inheritdoc/>
    /// <exception cref="TimeoutException">The limit was reached, or nothing is running that could raise an interrupt.</exception>
    public void WaitForInterrupt(long cycleLimit)
    {
        for (long left = cycleLimit; !_isInterrupting; left--)
        {
            if (!_model.Control.IsBusy)
            {
                throw new TimeoutException(
                    "no interrupt will come: nothing is running, or CONTROL.irq_enable is 0; set it and write CONTROL.start first");
            }

            if (left <= 0)
            {
                throw new TimeoutException(
                    $"no interrupt after {cycleLimit} cycles: at descriptor {_model.Control.Index}, address 0x{_model.Control.Address:x}, "
                    + $"{Bus.OutstandingReads} read and {Bus.OutstandingWrites} write bursts outstanding; does the chain end?");
            }

            Step();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // Nothing to release: the interface is disposable for the sake of hardware.
    }

    private void LookAtInterrupt() =>
        _isInterrupting = _registers.Get(RegisterMap.Status, "done") != 0 && _registers.Get(RegisterMap.Control, "irq_enable") != 0;

    /// <summary>Brings what hardware drives into the registers.</summary>
    private void Refresh()
    {
        Control control = _model.Control;
        _registers.Set(RegisterMap.Status, "busy", control.IsBusy ? 1u : 0);
        _registers.Set(RegisterMap.Error, "code", (uint)control.Error);
        _registers.Set(RegisterMap.ErrorIndex, "index", control.Index);
        _registers.SetPair(RegisterMap.ErrorDescriptorLow, RegisterMap.ErrorDescriptorHigh, control.Address);
        JobOutcome nar = control.Error == ErrorCode.NarToFp4 ? control.Result!.Value.Outcome : default;
        _registers.Set(RegisterMap.NarRow, "row", nar.NarRow);
        _registers.Set(RegisterMap.NarColumn, "col", nar.NarColumn);
        CoprocCounters c = Counters;
        (string, ulong)[] counters =
        [
            ("CYCLES", c.Cycles), ("BUSY", c.Busy), ("READ_STALL", c.ReadStall), ("WRITE_STALL", c.WriteStall),
            ("BYTES_READ", c.BytesRead), ("BYTES_WRITTEN", c.BytesWritten), ("FILL", c.Fill), ("DRAIN", c.Drain),
        ];
        foreach ((string name, ulong value) in counters) SetCounter(name, value);
    }

    private void SetCounter(string name, ulong value)
    {
        Register low = RegisterMap.Counter(name);
        _registers.SetPair(low, RegisterMap.All.Single(r => r.Offset == low.Offset + sizeof(uint)), value);
    }
}
