using System.Runtime.InteropServices;

namespace XrNpe.Verify;

/// <summary>Settings of the output stage, as the shims of <c>xrnpe_output</c> and <c>xrnpe_mac</c> take them.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct SweepSettings
{
    public uint InputFormat;
    public uint OutputFormat;
    public uint Activation;
    public uint SlopeM;
    public uint SlopeS;
    public int Scale;

    /// <summary>The same settings.</summary>
    public static SweepSettings From(OutputSettings settings) => new()
    {
        InputFormat = (uint)settings.Input,
        OutputFormat = (uint)settings.Output,
        Activation = (uint)settings.Activation.Kind,
        SlopeM = settings.Activation.SlopeM,
        SlopeS = settings.Activation.SlopeS,
        Scale = settings.Scale,
    };
}

/// <summary>A quire for <c>output.cpp</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct SweepQuire
{
    public ulong Low;
    public ulong High;
    public uint IsNaR;
    public uint IdleCyclesBefore;
}

/// <summary>A result of <c>output.cpp</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct SweepResult
{
    public uint Code;
    public uint NarToFp4;
}

/// <summary>One cycle of <c>mac.cpp</c>'s inputs.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct MacCycle
{
    public ulong A;
    public ulong B;
    public uint LaneValid;
    public uint Flags;
}

/// <summary>A result of <c>mac.cpp</c>, with the cycle it came in.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct MacResult
{
    public uint Code;
    public uint NarToFp4;
    public long Cycle;
}
