using System.Collections.Concurrent;
using XrNpe.Coproc;
using XrNpe.Coproc.Tests;
using XrNpe.Rtlgen;

namespace XrNpe.Cosim;

/// <summary>The configurations under simulation, each generated and built once.</summary>
internal static class Rtl
{
    private static readonly ConcurrentDictionary<string, Lazy<VerilatedLibrary>> Libraries = new();

    /// <summary>Small, one slice, narrow bus: the preset, able to write waveforms.</summary>
    public static CoprocConfig Tiny => Presets.Tiny;

    /// <summary>More rows than columns, two slices, wide bus, buffers so short that K is chunked.</summary>
    public static CoprocConfig Tall { get; } = new()
    {
        Name = "tall",
        Rows = 4,
        Cols = 2,
        Slices = 2,
        DataWidth = 128,
        BufferDepth = 128,
        OutUnits = 1,
    };

    /// <summary>More columns than rows, four slices, bursts of at most 4 beats, and one format missing.</summary>
    public static CoprocConfig Wide { get; } = new()
    {
        Name = "wide",
        Rows = 2,
        Cols = 4,
        Slices = 4,
        DataWidth = 64,
        BufferDepth = 64,
        MaxBurst = 4,
        Formats = DescriptorVariants.Formats,
    };

    /// <summary>The largest array there is. Simulated in <see cref="LargeTests"/> alone: a cycle takes several times those of the others.</summary>
    public static CoprocConfig Large => Presets.Large;

    /// <summary>Every other configuration; the last is what <c>hdl/</c> holds.</summary>
    public static IReadOnlyList<CoprocConfig> All { get; } = [Tiny, Tall, Wide, Presets.Default];

    /// <summary>Names of <see cref="All"/>, for theories.</summary>
    public static TheoryData<string> Names { get; } = [.. All.Select(c => c.Name)];

    public static CoprocConfig Config(string name) => All.Single(c => c.Name == name);

    /// <summary>Powers up a configuration; skips the test where Verilator is missing.</summary>
    public static VerilatedCoprocessor Open(CoprocConfig config, MemoryImage memory, AxiTiming? timing = null)
    {
        if (VerilatedBuilder.MissingTool is { } tool) Assert.Skip(new ToolMissingException(tool).Message);
        VerilatedLibrary library = Libraries.GetOrAdd(config.Name, _ => new Lazy<VerilatedLibrary>(() => Build(config))).Value;
        return new VerilatedCoprocessor(library, config, memory, timing);
    }

    private static VerilatedLibrary Build(CoprocConfig config)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("xrnpe-cosim-");
        try
        {
            foreach (GeneratedFile file in Generator.Generate(config).Where(f => f.Path.EndsWith(".v", StringComparison.Ordinal)))
            {
                File.WriteAllText(Path.Combine(folder.FullName, Path.GetFileName(file.Path)), file.Text);
            }

            return VerilatedLibrary.Open(folder.FullName, Generator.Top(Unit.Coproc), trace: config == Tiny);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
