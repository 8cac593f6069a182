namespace XrNpe.Coproc;

/// <summary>The read half of a simulated memory: AR and R. Bursts are answered in order, as there are no IDs.</summary>
internal sealed class AxiReadPort(MemoryImage memory, AxiTiming timing, AxiFaults faults, int beatBytes)
{
    private readonly Queue<(ulong Address, int Beats, long Due)> _bursts = new();
    private readonly TransferStalls _addressStalls = new(timing.Seed ^ 0x4152, timing.ReadAddressStall);
    private readonly TransferStalls _dataStalls = new(timing.Seed ^ 0x52, timing.ReadDataStall);
    private int _beat;
    private bool _offered;

    /// <summary>Bursts accepted and not yet answered in full.</summary>
    public int Outstanding => _bursts.Count;

    /// <summary>Bytes carried, whole beats.</summary>
    public long Bytes { get; private set; }

    /// <summary>Sets the inputs of cycle <paramref name="cycle"/>.</summary>
    public void Drive(long cycle, ref CoprocInputs pins)
    {
        bool ready = _addressStalls.IsOver && _bursts.Count < timing.MaxOutstanding && !faults.IsStopped(AxiChannels.ReadAddress);
        pins.AxiArReady = ready ? 1u : 0;

        // Data once offered stays until taken; so does everything about it.
        if (_offered) return;
        bool due = _bursts.Count > 0 && _bursts.Peek().Due <= cycle && !faults.IsStopped(AxiChannels.ReadData);
        _offered = due && _dataStalls.IsOver;
        if (_offered) _dataStalls.Next();
        else if (due) _dataStalls.Wait();
        pins.AxiRValid = _offered ? 1u : 0;
        if (_offered) Offer(ref pins);
    }

    /// <summary>Takes note of the handshakes of cycle <paramref name="cycle"/>.</summary>
    public void Sample(long cycle, in CoprocInputs inputs, in CoprocOutputs outputs)
    {
        if (inputs.AxiArReady != 0 && outputs.AxiArValid != 0)
        {
            _bursts.Enqueue((outputs.AxiArAddr, (int)outputs.AxiArLen + 1, cycle + timing.ReadLatency));
            _addressStalls.Next();
            faults.Carried(AxiChannels.ReadAddress);
        }
        else if (outputs.AxiArValid != 0)
        {
            _addressStalls.Wait();
        }

        if (!_offered || outputs.AxiRReady == 0) return;
        _offered = false;
        Bytes += beatBytes;
        faults.Carried(AxiChannels.ReadData);
        if (inputs.AxiRLast != 0)
        {
            _bursts.Dequeue();
            _beat = 0;
        }
        else
        {
            _beat++;
        }
    }

    private void Offer(ref CoprocInputs pins)
    {
        (ulong start, int beats, _) = _bursts.Peek();
        ulong address = (start & ~(ulong)(beatBytes - 1)) + (ulong)(_beat * beatBytes);
        bool inside = memory.Contains(address, beatBytes);
        AxiResponse response = faults.Read(address, beatBytes);
        if (response == AxiResponse.Okay && !inside) response = AxiResponse.DecodeError;

        pins.AxiRResp = (uint)response;
        pins.AxiRLast = _beat == beats - 1 ? 1u : 0;
        (pins.AxiRDataLow, pins.AxiRDataHigh) = (0, 0);
        if (response != AxiResponse.Okay) return;
        ReadOnlySpan<byte> bytes = memory.Slice(address, beatBytes);
        pins.AxiRDataLow = System.Buffers.Binary.BinaryPrimitives.ReadUInt64LittleEndian(bytes);
        if (beatBytes > sizeof(ulong)) pins.AxiRDataHigh = System.Buffers.Binary.BinaryPrimitives.ReadUInt64LittleEndian(bytes[sizeof(ulong)..]);
    }
}
