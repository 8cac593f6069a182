using System.Globalization;
using System.Runtime.InteropServices;
using XrNpe.Coproc;
using XrNpe.Rtlgen;

namespace XrNpe.Verify;

/// <summary>One cycle for <c>mac_checked.cpp</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct VectorPins
{
    public ulong A;
    public ulong B;
    public uint LaneValid;
    public uint Flags;
    public uint InputFormat;
    public uint OutputFormat;
    public int Scale;
    public uint Unused;
}

/// <summary>A result of <c>mac_checked.cpp</c>, or what it should be.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct VectorResult
{
    public uint Code;
    public uint NarToFp4;
    public long Cycle;
}

/// <summary>A sequence laid out for the Verilated MAC.</summary>
public sealed unsafe class MacVectorRun
{
    /// <summary>Name of the shim, and of the module without prefix.</summary>
    internal const string Module = "mac_checked";

    private readonly VectorPins[] _pins;
    private readonly VectorResult[] _answers;

    /// <summary>Lays out a sequence.</summary>
    /// <param name="sequence">The sequence.</param>
    /// <param name="config">What the MAC is generated from.</param>
    public MacVectorRun(MacSequence sequence, CoprocConfig config)
    {
        _pins = [.. sequence.Vectors.Select(Pins)];

        // The edge that samples the last words counts as the first.
        long[] cycles = [.. sequence.Vectors.Index().Where(v => v.Item.Valid && v.Item.Last).Select(v => (long)v.Index + MacPorts.Latency(config) - 1)];
        _answers = [.. sequence.Answers.Select((a, i) => new VectorResult { Code = a.Code, NarToFp4 = a.NarToFp4 ? 1u : 0, Cycle = cycles[i] })];
    }

    /// <summary>The C++ shim; the model's top has the ports of <c>xrnpe_mac_checked</c>, or with <paramref name="select"/> those of <c>xrnpe_mac</c>
    /// and an input of that name.</summary>
    public static string Shim(string? select = null) =>
        (select is null ? "" : $"#define XRNPE_SELECT {select}\n") + ModuleLibrary.Shim(Module);

    /// <summary>Runs it; null when every result is right and comes when it should.</summary>
    /// <param name="library">Path of the library built with <see cref="Shim"/>.</param>
    /// <param name="select">Value of the select input.</param>
    public string? Wrong(string library, uint select = 0)
    {
        var run = (delegate* unmanaged[Cdecl]<VectorPins*, long, VectorResult*, long, uint, VectorResult*, long>)
            NativeLibrary.GetExport(NativeLibrary.Load(library), "xrnpe_vectors");
        VectorResult actual;
        long index;
        fixed (VectorPins* pins = _pins)
        fixed (VectorResult* answers = _answers)
        {
            index = run(pins, _pins.Length, answers, _answers.Length, select, &actual);
        }

        if (index < 0) return null;
        if (index == _answers.Length) return string.Create(CultureInfo.InvariantCulture, $"cycle {actual.Cycle}: a result too many, {actual.Code:x8}");
        VectorResult expected = _answers[index];
        return actual.Cycle switch
        {
            -1 => string.Create(CultureInfo.InvariantCulture, $"result {index} of cycle {expected.Cycle} does not come"),
            -2 => "an assertion of xrnpe_mac_checker has failed",
            _ => string.Create(
                CultureInfo.InvariantCulture,
                $"result {index}: {actual.Code:x8} with nar_to_fp4 {actual.NarToFp4} in cycle {actual.Cycle}, should be {expected.Code:x8} with {expected.NarToFp4} in {expected.Cycle}"),
        };
    }

    private static VectorPins Pins(MacVector v) => new()
    {
        A = v.A,
        B = v.B,
        LaneValid = (uint)v.LaneValid,
        Flags = (v.Valid ? 1u : 0) | (v.First ? 2u : 0) | (v.Last ? 4u : 0) | (v.Reset ? 8u : 0),
        InputFormat = (uint)v.Input,
        OutputFormat = (uint)v.Output,
        Scale = v.Scale,
    };
}
