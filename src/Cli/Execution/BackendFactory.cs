using XrNpe.Coproc;
using XrNpe.Rtlgen;
using XrNpe.Vio;

namespace XrNpe.Cli;

/// <summary>Makes backends by name.</summary>
internal static class BackendFactory
{
    /// <summary>The names.</summary>
    public const string Names = "golden, emulator or rtl";

    /// <summary>Makes a backend.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="config">The hardware, for the emulator and the RTL.</param>
    /// <exception cref="InputException">There is no backend of that name.</exception>
    /// <exception cref="ToolMissingException">The RTL is asked for and Verilator, make or g++ is not installed.</exception>
    public static IMatmulBackend Create(string name, CoprocConfig config) => name switch
    {
        "golden" => new GoldenBackend(),
        "emulator" => CoprocBackend.Emulator(config),
        "rtl" => CoprocBackend.Rtl(config, Verilate(config)),
        _ => throw new InputException($"--backend {InputException.Quote(name)} is unknown: {Names}"),
    };

    /// <summary>Makes several backends.</summary>
    /// <inheritdoc cref="Create"/>
    public static IReadOnlyList<IMatmulBackend> CreateAll(IEnumerable<string> names, CoprocConfig config) => [.. names.Select(name => Create(name, config))];

    /// <summary>Generates the Verilog of this very configuration, and builds it or finds it in the cache.</summary>
    /// <param name="config">The configuration.</param>
    /// <param name="variant">How it is built; null for what everything here uses.</param>
    /// <exception cref="ToolMissingException">Verilator, make or g++ is not installed.</exception>
    public static VerilatedLibrary Verilate(CoprocConfig config, SimulationVariant? variant = null)
    {
        if (VerilatedBuilder.MissingTool is { } missing) throw new ToolMissingException(missing);
        string folder = Directory.CreateTempSubdirectory("xrnpe-hdl-").FullName;
        try
        {
            foreach (GeneratedFile file in Generator.Generate(config)) GeneratedFolder.Write(folder, file);
            variant ??= SimulationBench.Variants[0];
            var design = new VerilatedDesign { Folder = folder, Top = Generator.Top(Unit.Coproc), Trace = variant.Trace, Threads = variant.Threads };
            return VerilatedLibrary.Load(VerilatedBuilder.Build(variant.Inlined ? design with { Directives = "" } : design));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
