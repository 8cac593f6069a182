namespace XrNpe.Coproc;

/// <summary>
/// The RTL, run by Verilator: its registers behind an AXI4-Lite master, its memory port on a simulated memory, and the
/// protocol checks on both, always.
/// </summary>
public sealed class VerilatedCoprocessor : ICoprocessor
{
    private const int ResetCycles = 4;
    private const int RegisterCycleLimit = 10_000;

    private readonly VerilatedModel _model;
    private readonly AxiLiteMaster _registers;
    private CoprocInputs _inputs;
    private CoprocOutputs _outputs;
    private bool _wasInterrupting;

    /// <summary>Powers the hardware up and resets it.</summary>
    /// <param name="library">The Verilated design.</param>
    /// <param name="config">What it was generated from: gives the checks bus width and longest burst.</param>
    /// <param name="memory">The memory behind its master port.</param>
    /// <param name="timing">How the memory and the register master behave; null never stalls.</param>
    public VerilatedCoprocessor(VerilatedLibrary library, CoprocConfig config, MemoryImage memory, AxiTiming? timing = null)
    {
        timing ??= AxiTiming.Ideal;
        Memory = memory;
        Bus = new AxiMemory(memory, config, timing);
        _registers = new AxiLiteMaster(timing);
        _model = new VerilatedModel(library);
        Reset();
    }

    /// <inheritdoc/>
    public MemoryImage Memory { get; }

    /// <summary>The simulated memory: faults to inject, bursts under way.</summary>
    public AxiMemory Bus { get; }

    /// <summary>Clock cycles since power-up.</summary>
    public long Cycle { get; private set; }

    /// <summary>Pulls <c>rst_ni</c> low, whatever is under way: the bus and the register master get the same reset.</summary>
    /// <param name="cycles">For so long, at least one.</param>
    /// <exception cref="AxiProtocolException">The hardware offers something during reset.</exception>
    public void Reset(int cycles = ResetCycles)
    {
        Bus.Reset();
        _registers.Reset();
        _inputs.ResetN = 0;
        for (int i = 0; i < cycles; i++) Step();
        _inputs.ResetN = 1;
    }

    /// <summary>One clock cycle.</summary>
    /// <exception cref="AxiProtocolException">The hardware broke a rule of AXI.</exception>
    public void Step()
    {
        Bus.Drive(Cycle, ref _inputs);
        _registers.Drive(ref _inputs);
        _model.Step(_inputs, out _outputs);
        Bus.Sample(Cycle, _inputs, _outputs);
        _registers.Sample(Cycle, _inputs, _outputs);

        bool interrupting = _outputs.Irq != 0;
        if (interrupting && !_wasInterrupting) Bus.CheckInterrupt(Cycle);
        _wasInterrupting = interrupting;
        Cycle++;
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The slave answered with an error.</exception>
    /// <exception cref="TimeoutException">The slave does not answer.</exception>
    public uint ReadRegister(uint offset)
    {
        _registers.BeginRead(offset);
        FinishAccess("read", offset);
        return _registers.ReadData;
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The slave answered with an error.</exception>
    /// <exception cref="TimeoutException">The slave does not answer.</exception>
    public void WriteRegister(uint offset, uint value)
    {
        _registers.BeginWrite(offset, value);
        FinishAccess("write", offset);
    }

    /// <summary>Begins to read a register and leaves it at that; only a reset ends the access before its time.</summary>
    public void BeginReadRegister(uint offset) => _registers.BeginRead(offset);

    /// <inheritdoc/>
    public void WaitForInterrupt(long cycleLimit)
    {
        long end = Cycle + cycleLimit;
        do
        {
            if (Cycle >= end) throw new TimeoutException($"no interrupt after {cycleLimit} cycles: {Whereabouts()}");
            Step();
        }
        while (_outputs.Irq == 0);
    }

    /// <summary>Writes a waveform (VCD) from now on; needs a library built with traces.</summary>
    /// <exception cref="InvalidOperationException">The file cannot be written, or the library was built without traces.</exception>
    public void TraceOn(string path) => _model.TraceOn(path);

    /// <summary>Ends the waveform.</summary>
    public void TraceOff() => _model.TraceOff();

    /// <inheritdoc/>
    public void Dispose() => _model.Dispose();

    private void FinishAccess(string what, uint offset)
    {
        long end = Cycle + RegisterCycleLimit;
        while (_registers.IsBusy)
        {
            if (Cycle >= end) throw new TimeoutException($"register {what} at 0x{offset:x2} not answered in {RegisterCycleLimit} cycles: {Whereabouts()}");
            Step();
        }

        if (_registers.Response != AxiResponse.Okay) throw RegisterAccess.Refused(what, offset, _registers.Response);
    }

    private string Whereabouts()
    {
        // Read straight off the pins: the register slave may be what hangs.
        CoprocOutputs o = _outputs;
        string Channel(string name, uint valid, uint ready) => $"{name} valid {valid} ready {ready}";
        string pins = string.Join(
            ", ",
            Channel("AW", o.AxiAwValid, _inputs.AxiAwReady),
            Channel("W", o.AxiWValid, _inputs.AxiWReady),
            Channel("B", _inputs.AxiBValid, o.AxiBReady),
            Channel("AR", o.AxiArValid, _inputs.AxiArReady),
            Channel("R", _inputs.AxiRValid, o.AxiRReady));
        return $"cycle {Cycle}, irq {o.Irq}, {pins}, {Bus.OutstandingReads} read and {Bus.OutstandingWrites} write bursts outstanding";
    }
}
