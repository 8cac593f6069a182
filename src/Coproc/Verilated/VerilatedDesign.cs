namespace XrNpe.Coproc;

/// <summary>What to build a shared library from.</summary>
public sealed record VerilatedDesign
{
    /// <summary>Folder whose <c>*.v</c> files are the Verilog; <c>*.vlt</c> files are lint waivers. Not its subfolders.</summary>
    public required string Folder { get; init; }

    /// <summary>Name of the top module.</summary>
    public required string Top { get; init; }

    /// <summary>Text of the C++ shim, which sees the model as <c>Vmodel</c>; by default the co-processor's.</summary>
    public string Shim { get; init; } = CoprocShim();

    /// <summary>True for a library that can write waveforms; slower, and cached beside the one that cannot.</summary>
    public bool Trace { get; init; }

    private static string CoprocShim()
    {
        const string Name = "coproc.cpp";
        using Stream stream = typeof(VerilatedDesign).Assembly.GetManifestResourceStream(Name)
            ?? throw new InvalidOperationException($"the resource {Name} is not in the assembly");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
