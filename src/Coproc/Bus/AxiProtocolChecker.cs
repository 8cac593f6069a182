namespace XrNpe.Coproc;

/// <summary>Watches the AXI4 master port in every simulation and throws at the first rule it breaks.</summary>
internal sealed class AxiProtocolChecker(int beatBytes, int maxBurst)
{
    private const int Page = 4096;
    private const uint Increment = 1;

    private readonly StableUntilReady<Address> _writeAddress = new("AW");
    private readonly StableUntilReady<Data> _writeData = new("W");
    private readonly StableUntilReady<Address> _readAddress = new("AR");
    private readonly Queue<(ulong Address, int Beats)> _addresses = new();
    private readonly Queue<(int Beats, uint FirstStrobes)> _data = new();
    private int _openBeats;
    private uint _firstStrobes;

    /// <summary>Looks at one cycle out of reset.</summary>
    /// <exception cref="AxiProtocolException">A rule is broken.</exception>
    public void Check(long cycle, in CoprocInputs inputs, in CoprocOutputs outputs)
    {
        var aw = new Address(outputs.AxiAwAddr, outputs.AxiAwLen, outputs.AxiAwSize, outputs.AxiAwBurst, outputs.AxiAwCache, outputs.AxiAwProt);
        var ar = new Address(outputs.AxiArAddr, outputs.AxiArLen, outputs.AxiArSize, outputs.AxiArBurst, outputs.AxiArCache, outputs.AxiArProt);
        var w = new Data(outputs.AxiWDataLow, outputs.AxiWDataHigh, outputs.AxiWStrb, outputs.AxiWLast != 0);
        _writeAddress.Check(cycle, outputs.AxiAwValid != 0, inputs.AxiAwReady != 0, aw);
        _writeData.Check(cycle, outputs.AxiWValid != 0, inputs.AxiWReady != 0, w);
        _readAddress.Check(cycle, outputs.AxiArValid != 0, inputs.AxiArReady != 0, ar);

        if (outputs.AxiAwValid != 0) CheckBurst(cycle, "AW", aw);
        if (outputs.AxiArValid != 0) CheckBurst(cycle, "AR", ar);

        if (outputs.AxiAwValid != 0 && inputs.AxiAwReady != 0) _addresses.Enqueue((aw.Start, (int)aw.Length + 1));
        if (outputs.AxiWValid != 0 && inputs.AxiWReady != 0) Take(w);
        CheckBeats(cycle);
    }

    /// <summary>Looks at one cycle in reset: nothing may be valid, and all transfers end.</summary>
    /// <exception cref="AxiProtocolException">A rule is broken.</exception>
    public void CheckReset(long cycle, in CoprocOutputs outputs)
    {
        if ((outputs.AxiAwValid | outputs.AxiWValid | outputs.AxiArValid) != 0)
        {
            throw new AxiProtocolException(cycle, "AW, W or AR: valid during reset");
        }

        _writeAddress.Reset();
        _writeData.Reset();
        _readAddress.Reset();
        _addresses.Clear();
        _data.Clear();
        _openBeats = 0;
    }

    private void CheckBurst(long cycle, string channel, Address burst)
    {
        ulong bytes = (ulong)(burst.Length + 1) * (ulong)beatBytes;
        ulong first = burst.Start & ~(ulong)(beatBytes - 1);
        if (burst.Kind != Increment) throw new AxiProtocolException(cycle, $"{channel}: burst type {burst.Kind} is not INCR (1)");
        if (1 << (int)burst.Size != beatBytes) throw new AxiProtocolException(cycle, $"{channel}: size {burst.Size} is not the full bus width of {beatBytes} bytes");
        if (burst.Length >= maxBurst) throw new AxiProtocolException(cycle, $"{channel}: {burst.Length + 1} beats, more than max_burst {maxBurst}");
        if (first / Page != (first + bytes - 1) / Page)
        {
            throw new AxiProtocolException(cycle, $"{channel}: 0x{burst.Start:x} + {bytes} bytes crosses a 4 KiB boundary");
        }
    }

    private void Take(Data beat)
    {
        if (_openBeats == 0) _firstStrobes = beat.Strobes;
        _openBeats++;
        if (!beat.Last) return;
        _data.Enqueue((_openBeats, _firstStrobes));
        _openBeats = 0;
    }

    /// <summary>Data may come before its address, so they are compared as soon as both are known.</summary>
    private void CheckBeats(long cycle)
    {
        while (_addresses.Count > 0 && _data.Count > 0)
        {
            (ulong address, int wanted) = _addresses.Dequeue();
            (int beats, uint strobes) = _data.Dequeue();
            if (beats != wanted) throw new AxiProtocolException(cycle, $"W: last on beat {beats} of a burst of {wanted} at 0x{address:x}");

            int below = (int)(address % (ulong)beatBytes);
            if ((strobes & ((1u << below) - 1)) != 0)
            {
                throw new AxiProtocolException(cycle, $"W: strobes 0x{strobes:x} reach below the burst's address 0x{address:x}");
            }
        }

        if (_addresses.Count > 0 && _openBeats >= _addresses.Peek().Beats)
        {
            throw new AxiProtocolException(cycle, $"W: no last on beat {_openBeats}, the end of the burst at 0x{_addresses.Peek().Address:x}");
        }
    }

    private readonly record struct Address(ulong Start, uint Length, uint Size, uint Kind, uint Cache, uint Protection);

    private readonly record struct Data(ulong Low, ulong High, uint Strobes, bool Last);
}
