using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using XrNpe.Coproc;
using XrNpe.Rtlgen;

namespace XrNpe.Verify;

/// <summary>
/// Verilated modules with their sweep function, each built once. The Verilog is the stand-alone MAC's, which has every
/// module of the datapath.
/// </summary>
internal static class ModuleLibrary
{
    private static readonly ConcurrentDictionary<(string Top, CoprocConfig Config), Lazy<string>> Built = new();

    /// <summary>The sweep function of <paramref name="module"/>, from <c>hdl/sim/NAME.cpp</c>.</summary>
    /// <param name="module">Name of the module without prefix.</param>
    /// <param name="config">What the Verilog is generated from.</param>
    public static nint Sweep(string module, CoprocConfig config) =>
        NativeLibrary.GetExport(NativeLibrary.Load(PathOf(module, config)), "xrnpe_sweep");

    /// <summary>The path of the library; its folder's name says what went into it.</summary>
    public static string PathOf(string module, CoprocConfig config) =>
        Built.GetOrAdd((module, config), _ => new Lazy<string>(() => Build(module, config))).Value;

    /// <summary>Generates a unit into a temporary folder for as long as <paramref name="use"/> takes.</summary>
    public static T WithVerilog<T>(CoprocConfig config, Unit unit, Func<string, T> use)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("xrnpe-verify-");
        try
        {
            foreach (GeneratedFile file in Generator.Generate(config, unit)) File.WriteAllText(Path.Combine(folder.FullName, file.Path), file.Text);
            return use(folder.FullName);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The path of the library of <c>xrnpe_mac_checked</c>, to be run by <see cref="MacVectorRun"/>.</summary>
    public static string Checked(CoprocConfig config) => Built.GetOrAdd((MacBench.Checked, config), _ => new Lazy<string>(() => WithVerilog(config, Unit.Mac, folder =>
    {
        // The bench itself is not for Verilator.
        IEnumerable<GeneratedFile> files = MacBench.Generate(config, Unit.Mac).Where(f => f.Path.StartsWith("xrnpe_mac_check", StringComparison.Ordinal));
        foreach (GeneratedFile file in files) File.WriteAllText(Path.Combine(folder, file.Path), file.Text);
        return VerilatedBuilder.Build(new VerilatedDesign { Folder = folder, Top = MacBench.Checked, Shim = MacVectorRun.Shim() });
    }))).Value;

    private static string Build(string module, CoprocConfig config) => WithVerilog(config, Unit.Mac, folder => VerilatedBuilder.Build(
        new VerilatedDesign { Folder = folder, Top = "xrnpe_" + module, Shim = Shim(module) }));

    /// <summary>The text of <c>hdl/sim/NAME.cpp</c>.</summary>
    public static string Shim(string module)
    {
        using Stream stream = typeof(ModuleLibrary).Assembly.GetManifestResourceStream(module + ".cpp")
            ?? throw new InvalidOperationException($"the resource {module}.cpp is not in the assembly");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
