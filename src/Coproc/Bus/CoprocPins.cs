using System.Runtime.InteropServices;

namespace XrNpe.Coproc;

/// <summary>The co-processor's input ports but the clock; mirrors <c>Inputs</c> in <c>hdl/sim/coproc.cpp</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct CoprocInputs
{
    public uint ResetN;
    public uint AxilAwAddr, AxilAwProt, AxilAwValid;
    public uint AxilWData, AxilWStrb, AxilWValid;
    public uint AxilBReady;
    public uint AxilArAddr, AxilArProt, AxilArValid;
    public uint AxilRReady;
    public uint AxiAwReady, AxiWReady;
    public uint AxiBResp, AxiBValid;
    public uint AxiArReady;
    public uint AxiRResp, AxiRLast, AxiRValid;
    public ulong AxiRDataLow, AxiRDataHigh;
}

/// <summary>The co-processor's output ports; mirrors <c>Outputs</c> in <c>hdl/sim/coproc.cpp</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct CoprocOutputs
{
    public ulong AxiAwAddr, AxiArAddr;
    public uint Irq;
    public uint AxilAwReady, AxilWReady;
    public uint AxilBResp, AxilBValid;
    public uint AxilArReady;
    public uint AxilRData, AxilRResp, AxilRValid;
    public uint AxiAwLen, AxiAwSize, AxiAwBurst, AxiAwCache, AxiAwProt, AxiAwValid;
    public uint AxiWStrb, AxiWLast, AxiWValid;
    public uint AxiBReady;
    public uint AxiArLen, AxiArSize, AxiArBurst, AxiArCache, AxiArProt, AxiArValid;
    public uint AxiRReady;
    public ulong AxiWDataLow, AxiWDataHigh;
}
