namespace XrNpe.Coproc.Tests;

/// <summary>A hand-driven AXI4 master in front of an <see cref="AxiMemory"/>: the test sets pins and gives clock edges.</summary>
internal sealed class BusMaster
{
    public const ulong Base = 0x1000;

    private readonly AxiMemory _bus;

    public BusMaster(AxiTiming? timing = null, int dataWidth = 64)
    {
        CoprocConfig config = Presets.Tiny with { DataWidth = dataWidth };
        BeatBytes = dataWidth / 8;
        _bus = new AxiMemory(Memory, config, timing ?? AxiTiming.Ideal);
        Inputs.ResetN = 1;
    }

    public int BeatBytes { get; }

    public MemoryImage Memory { get; } = new(Base, 0x4000);

    public AxiFaults Faults => _bus.Faults;

    public AxiMemory Bus => _bus;

    public long Cycle { get; private set; }

    public CoprocInputs Inputs;

    public CoprocOutputs Outputs;

    public void Clock()
    {
        _bus.Drive(Cycle, ref Inputs);
        _bus.Sample(Cycle, Inputs, Outputs);
        Cycle++;
    }

    public void ReadAddress(ulong address, int beats)
    {
        Outputs.AxiArAddr = address;
        Outputs.AxiArLen = (uint)beats - 1;
        Outputs.AxiArSize = (uint)System.Numerics.BitOperations.Log2((uint)BeatBytes);
        Outputs.AxiArBurst = 1;
        Outputs.AxiArValid = 1;
        do Clock();
        while (Inputs.AxiArReady == 0);
        Outputs.AxiArValid = 0;
    }

    public List<(ulong Data, AxiResponse Response, bool Last)> ReadData(int beats)
    {
        List<(ulong, AxiResponse, bool)> taken = [];
        Outputs.AxiRReady = 1;
        while (taken.Count < beats && Cycle < 10_000)
        {
            Clock();
            if (Inputs.AxiRValid != 0) taken.Add((Inputs.AxiRDataLow, (AxiResponse)Inputs.AxiRResp, Inputs.AxiRLast != 0));
        }

        Outputs.AxiRReady = 0;
        return taken;
    }

    public void WriteAddress(ulong address, int beats)
    {
        Outputs.AxiAwAddr = address;
        Outputs.AxiAwLen = (uint)beats - 1;
        Outputs.AxiAwSize = (uint)System.Numerics.BitOperations.Log2((uint)BeatBytes);
        Outputs.AxiAwBurst = 1;
        Outputs.AxiAwValid = 1;
        do Clock();
        while (Inputs.AxiAwReady == 0);
        Outputs.AxiAwValid = 0;
    }

    public void WriteData(ulong data, uint strobes, bool last)
    {
        Outputs.AxiWDataLow = data;
        Outputs.AxiWStrb = strobes;
        Outputs.AxiWLast = last ? 1u : 0;
        Outputs.AxiWValid = 1;
        do Clock();
        while (Inputs.AxiWReady == 0);
        Outputs.AxiWValid = 0;
    }

    public AxiResponse WriteResponse()
    {
        Outputs.AxiBReady = 1;
        do Clock();
        while (Inputs.AxiBValid == 0);
        Outputs.AxiBReady = 0;
        return (AxiResponse)Inputs.AxiBResp;
    }
}
