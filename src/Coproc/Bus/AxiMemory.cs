namespace XrNpe.Coproc;

/// <summary>
/// The AXI4 slave on the other side of the co-processor's master port: memory with latency, stalls and faults, and the
/// protocol checks, which are always on. Outside its <see cref="MemoryImage"/> it answers DECERR.
/// </summary>
public sealed class AxiMemory
{
    private readonly MemoryImage _memory;
    private readonly AxiTiming _timing;
    private readonly int _beatBytes;
    private readonly AxiProtocolChecker _checker;
    private AxiReadPort _reads;
    private AxiWritePort _writes;

    /// <summary>A memory for one co-processor.</summary>
    /// <param name="memory">The bytes; base and size are multiples of the bus width.</param>
    /// <param name="config">Gives bus width and longest burst.</param>
    /// <param name="timing">Latency and stalls.</param>
    /// <exception cref="ArgumentException">The memory starts or ends within a bus word.</exception>
    public AxiMemory(MemoryImage memory, CoprocConfig config, AxiTiming timing)
    {
        const int BitsPerByte = 8;
        (_memory, _timing, _beatBytes) = (memory, timing, config.DataWidth / BitsPerByte);
        if (memory.BaseAddress % (ulong)_beatBytes != 0 || memory.Size % _beatBytes != 0)
        {
            throw new ArgumentException(
                $"memory 0x{memory.BaseAddress:x} + {memory.Size} bytes starts or ends within a bus word: multiples of {_beatBytes}", nameof(memory));
        }

        _reads = new AxiReadPort(memory, timing, Faults, _beatBytes);
        _writes = new AxiWritePort(memory, timing, Faults, _beatBytes);
        _checker = new AxiProtocolChecker(_beatBytes, config.MaxBurst);
    }

    /// <summary>What goes wrong on purpose.</summary>
    public AxiFaults Faults { get; } = new();

    /// <summary>Read bursts accepted and not yet answered in full.</summary>
    public int OutstandingReads => _reads.Outstanding;

    /// <summary>Write bursts begun and not yet answered.</summary>
    public int OutstandingWrites => _writes.Outstanding;

    /// <summary>Bytes read since reset, whole beats.</summary>
    public long BytesRead => _reads.Bytes;

    /// <summary>Bytes written since reset, by strobes.</summary>
    public long BytesWritten => _writes.Bytes;

    /// <summary>
    /// The reset that the master gets reaches the bus as well: it forgets every burst under way, and its stalls begin anew. Writes whose address and
    /// data were here are in memory, answered or not: memory has no reset.
    /// </summary>
    internal void Reset()
    {
        _writes.CommitAll();
        _reads = new AxiReadPort(_memory, _timing, Faults, _beatBytes);
        _writes = new AxiWritePort(_memory, _timing, Faults, _beatBytes);
    }

    /// <summary>Sets the memory's side of the pins for a cycle. Depends on earlier cycles only: no combinational paths.</summary>
    internal void Drive(long cycle, ref CoprocInputs pins)
    {
        _reads.Drive(cycle, ref pins);
        _writes.Drive(cycle, ref pins);
    }

    /// <summary>Checks a cycle and takes note of its handshakes.</summary>
    /// <exception cref="AxiProtocolException">The master broke a rule.</exception>
    internal void Sample(long cycle, in CoprocInputs inputs, in CoprocOutputs outputs)
    {
        Check(cycle, inputs, outputs);
        if (inputs.ResetN != 0) Carry(cycle, inputs, outputs);
    }

    /// <summary>Takes note of the handshakes of a cycle, without checks.</summary>
    internal void Carry(long cycle, in CoprocInputs inputs, in CoprocOutputs outputs)
    {
        _reads.Sample(cycle, inputs, outputs);
        _writes.Sample(cycle, inputs, outputs);
    }

    private void Check(long cycle, in CoprocInputs inputs, in CoprocOutputs outputs)
    {
        if (inputs.ResetN == 0)
        {
            _checker.CheckReset(cycle, outputs);
            return;
        }

        _checker.Check(cycle, inputs, outputs);
    }

    /// <summary>The rule at the interrupt: who says "done" has all its writes answered, unless the memory does not answer.</summary>
    /// <exception cref="AxiProtocolException">Writes are still open.</exception>
    internal void CheckInterrupt(long cycle)
    {
        if (OutstandingWrites > 0 && !Faults.IsAnyStopped)
        {
            throw new AxiProtocolException(cycle, $"interrupt raised while {OutstandingWrites} write bursts are not answered");
        }
    }
}
