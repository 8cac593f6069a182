using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace XrNpe.Coproc;

/// <summary>
/// A loaded co-processor library: the shim's C functions. It stays loaded until the process ends, because the C++ runtime's
/// thread-local data does not survive unloading.
/// </summary>
public sealed unsafe class VerilatedLibrary
{
    private static readonly ConcurrentDictionary<string, VerilatedLibrary> Loaded = new();

    private VerilatedLibrary(string path)
    {
        nint library = NativeLibrary.Load(path);
        Create = (delegate* unmanaged[Cdecl]<nint>)NativeLibrary.GetExport(library, "xrnpe_create");
        Destroy = (delegate* unmanaged[Cdecl]<nint, void>)NativeLibrary.GetExport(library, "xrnpe_destroy");
        Step = (delegate* unmanaged[Cdecl]<nint, CoprocInputs*, CoprocOutputs*, void>)NativeLibrary.GetExport(library, "xrnpe_step");
        TraceOn = (delegate* unmanaged[Cdecl]<nint, byte*, int>)NativeLibrary.GetExport(library, "xrnpe_trace_on");
        TraceOff = (delegate* unmanaged[Cdecl]<nint, void>)NativeLibrary.GetExport(library, "xrnpe_trace_off");

        var sizes = (delegate* unmanaged[Cdecl]<uint*, uint*, void>)NativeLibrary.GetExport(library, "xrnpe_sizes");
        uint inputs, outputs;
        sizes(&inputs, &outputs);
        if (inputs != sizeof(CoprocInputs) || outputs != sizeof(CoprocOutputs))
        {
            throw new InvalidOperationException(
                $"the pins of {path} have {inputs} and {outputs} bytes, here {sizeof(CoprocInputs)} and {sizeof(CoprocOutputs)}: CoprocPins.cs and coproc.cpp must match");
        }
    }

    internal delegate* unmanaged[Cdecl]<nint> Create { get; }

    internal delegate* unmanaged[Cdecl]<nint, void> Destroy { get; }

    internal delegate* unmanaged[Cdecl]<nint, CoprocInputs*, CoprocOutputs*, void> Step { get; }

    internal delegate* unmanaged[Cdecl]<nint, byte*, int> TraceOn { get; }

    internal delegate* unmanaged[Cdecl]<nint, void> TraceOff { get; }

    /// <summary>Builds the co-processor in a folder of Verilog, or finds it in the cache, and loads it.</summary>
    /// <param name="folder">Folder with the <c>*.v</c> files.</param>
    /// <param name="top">Name of the top module.</param>
    /// <param name="trace">True to be able to write waveforms.</param>
    /// <exception cref="ToolMissingException">Verilator, make or g++ is not installed.</exception>
    /// <exception cref="VerilatedBuildException">It does not compile.</exception>
    public static VerilatedLibrary Open(string folder, string top = "xrnpe_coproc", bool trace = false) =>
        Load(VerilatedBuilder.Build(new VerilatedDesign { Folder = folder, Top = top, Trace = trace }));

    /// <summary>Loads a library that <see cref="VerilatedBuilder"/> built with the co-processor's shim.</summary>
    public static VerilatedLibrary Load(string path) => Loaded.GetOrAdd(Path.GetFullPath(path), p => new VerilatedLibrary(p));
}
