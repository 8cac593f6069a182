using System.Runtime.InteropServices;
using XrNpe.Arith;

namespace XrNpe.Verify;

/// <summary>What stays constant over a sweep, as the shims of <c>xrnpe_output</c> and <c>xrnpe_mac</c> take it.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct SweepSettings
{
    public uint OutputFormat;
    public int Scale;

    /// <summary>Settings of an output stage.</summary>
    public static SweepSettings From(NumberFormat output, int scale) => new() { OutputFormat = (uint)output, Scale = scale };
}

/// <summary>A quire for <c>output.cpp</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct SweepQuire
{
    public ulong Low;
    public ulong High;
    public uint Sticky;
    public uint IsNaR;
    public uint Format;
    public uint IdleCyclesBefore;
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

/// <summary>A result of <c>output.cpp</c> or <c>mac.cpp</c>, with the cycle at whose end it was there.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct SweepResult
{
    public uint Code;
    public uint NarToFp4;
    public long Cycle;

    /// <inheritdoc/>
    public override readonly string ToString() => $"{Code:x} with nar_to_fp4 {NarToFp4} in cycle {Cycle}";
}
