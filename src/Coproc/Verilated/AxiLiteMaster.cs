namespace XrNpe.Coproc;

/// <summary>
/// The AXI4-Lite master that reads and writes registers: one access at a time, with random delays between its handshakes,
/// and the protocol checks of the slave's side.
/// </summary>
internal sealed class AxiLiteMaster(AxiTiming timing)
{
    private const uint AllBytes = 0xf;

    private readonly StallSource _delays = new(timing.Seed ^ 0x4c);
    private readonly StableUntilReady<uint> _response = new("AXI4-Lite B");
    private readonly StableUntilReady<(uint Data, uint Response)> _data = new("AXI4-Lite R");
    private Access? _access;

    /// <summary>True while an access is under way.</summary>
    public bool IsBusy => _access is not null;

    /// <summary>What the last read returned.</summary>
    public uint ReadData { get; private set; }

    /// <summary>The last access's response code.</summary>
    public AxiResponse Response { get; private set; }

    /// <summary>Begins a read.</summary>
    public void BeginRead(uint offset) => _access = new Access(offset, 0, IsWrite: false)
    {
        AddressDelay = _delays.NextUpTo(timing.RegisterDelay),
        ResponseDelay = _delays.NextUpTo(timing.RegisterDelay),
    };

    /// <summary>Begins a write; address and data come in either order.</summary>
    public void BeginWrite(uint offset, uint value) => _access = new Access(offset, value, IsWrite: true)
    {
        AddressDelay = _delays.NextUpTo(timing.RegisterDelay),
        DataDelay = _delays.NextUpTo(timing.RegisterDelay),
        ResponseDelay = _delays.NextUpTo(timing.RegisterDelay),
    };

    /// <summary>Reset ends the access under way.</summary>
    public void Reset()
    {
        _access = null;
        _response.Reset();
        _data.Reset();
    }

    /// <summary>Sets the master's side of the pins for a cycle.</summary>
    public void Drive(ref CoprocInputs pins)
    {
        (pins.AxilAwValid, pins.AxilWValid, pins.AxilBReady, pins.AxilArValid, pins.AxilRReady) = (0, 0, 0, 0, 0);
        if (_access is not { } access) return;

        bool address = !access.AddressDone && access.AddressDelay-- <= 0;
        if (access.IsWrite)
        {
            bool data = !access.DataDone && access.DataDelay-- <= 0;
            (pins.AxilAwAddr, pins.AxilAwValid) = (access.Offset, address ? 1u : 0);
            (pins.AxilWData, pins.AxilWStrb, pins.AxilWValid) = (access.Value, AllBytes, data ? 1u : 0);
            pins.AxilBReady = access.ResponseDelay <= 0 ? 1u : 0;
        }
        else
        {
            (pins.AxilArAddr, pins.AxilArValid) = (access.Offset, address ? 1u : 0);
            pins.AxilRReady = access.ResponseDelay <= 0 ? 1u : 0;
        }

        if (access.RequestDone) access.ResponseDelay--;
    }

    /// <summary>Checks a cycle and takes note of its handshakes.</summary>
    /// <exception cref="AxiProtocolException">The slave broke a rule.</exception>
    public void Sample(long cycle, in CoprocInputs inputs, in CoprocOutputs outputs)
    {
        if (inputs.ResetN == 0)
        {
            if ((outputs.AxilBValid | outputs.AxilRValid) != 0) throw new AxiProtocolException(cycle, "AXI4-Lite B or R: valid during reset");
            return;
        }

        _response.Check(cycle, outputs.AxilBValid != 0, inputs.AxilBReady != 0, outputs.AxilBResp);
        _data.Check(cycle, outputs.AxilRValid != 0, inputs.AxilRReady != 0, (outputs.AxilRData, outputs.AxilRResp));

        bool mayAnswer = _access is { RequestDone: true };
        if (outputs.AxilBValid != 0 && !(mayAnswer && _access!.IsWrite))
        {
            throw new AxiProtocolException(cycle, "AXI4-Lite B: a response before address and data of a write");
        }

        if (outputs.AxilRValid != 0 && !(mayAnswer && !_access!.IsWrite))
        {
            throw new AxiProtocolException(cycle, "AXI4-Lite R: data before the address of a read");
        }

        if (_access is { } access) Advance(access, inputs, outputs);
    }

    private void Advance(Access access, in CoprocInputs inputs, in CoprocOutputs outputs)
    {
        access.AddressDone |= access.IsWrite
            ? inputs.AxilAwValid != 0 && outputs.AxilAwReady != 0
            : inputs.AxilArValid != 0 && outputs.AxilArReady != 0;
        access.DataDone |= inputs.AxilWValid != 0 && outputs.AxilWReady != 0;

        if (inputs.AxilBReady != 0 && outputs.AxilBValid != 0)
        {
            Response = (AxiResponse)outputs.AxilBResp;
            _access = null;
        }

        if (inputs.AxilRReady != 0 && outputs.AxilRValid != 0)
        {
            (ReadData, Response) = (outputs.AxilRData, (AxiResponse)outputs.AxilRResp);
            _access = null;
        }
    }

    private sealed record Access(uint Offset, uint Value, bool IsWrite)
    {
        public int AddressDelay { get; set; }

        public int DataDelay { get; set; }

        public int ResponseDelay { get; set; }

        public bool AddressDone { get; set; }

        public bool DataDone { get; set; }

        public bool RequestDone => AddressDone && (DataDone || !IsWrite);
    }
}
