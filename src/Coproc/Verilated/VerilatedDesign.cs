namespace XrNpe.Coproc;

/// <summary>What to build a shared library from.</summary>
public sealed record VerilatedDesign
{
    /// <summary>Folder whose <c>*.v</c> files are the Verilog; <c>*.vlt</c> files are lint waivers. Not its subfolders.</summary>
    public required string Folder { get; init; }

    /// <summary>Name of the top module.</summary>
    public required string Top { get; init; }

    /// <summary>Text of the C++ shim, which sees the model as <c>Vmodel</c>; by default the co-processor's.</summary>
    public string Shim { get; init; } = Resource("coproc.cpp");

    /// <summary>Text of a Verilator configuration file, which says how to build it and changes nothing that it does; by default the co-processor's.</summary>
    public string Directives { get; init; } = Resource("coproc.vlt");

    /// <summary>True for a library that can write waveforms; slower, and cached beside the one that cannot.</summary>
    public bool Trace { get; init; }

    /// <summary>Threads that an instance uses.</summary>
    public int Threads { get; init; } = 1;

    private static string Resource(string name)
    {
        using Stream stream = typeof(VerilatedDesign).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"the resource {name} is not in the assembly");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
