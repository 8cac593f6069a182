using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using XrNpe.Coproc;
using XrNpe.Rtlgen;

namespace XrNpe.Verify;

/// <summary>
/// Verilated modules with the functions of their shim, <c>hdl/sim/NAME.cpp</c>, each built once. The Verilog is the stand-alone MAC's or
/// the co-processor's, and what <c>hdl/sim</c> has beside the shims.
/// </summary>
internal static class ModuleLibrary
{
    private const string Prefix = "xrnpe_";

    private static readonly ConcurrentDictionary<(string Module, CoprocConfig Config), Lazy<string>> Built = new();

    /// <summary>Several small modules in one library, so that they cost one build.</summary>
    public const string Units = "units";

    /// <summary>The co-processor's descriptor checks.</summary>
    public const string Descriptor = "descriptor";

    /// <summary>What the small modules are generated from.</summary>
    public static CoprocConfig UnitsOf(ExponentUnit unit) => Presets.Tiny with { Exponents = unit };

    /// <summary>A function of a module's shim.</summary>
    /// <param name="module">Name of the module without prefix.</param>
    /// <param name="config">What the Verilog is generated from.</param>
    /// <param name="function">Name of the function without prefix.</param>
    public static nint Function(string module, CoprocConfig config, string function) =>
        NativeLibrary.GetExport(NativeLibrary.Load(PathOf(module, config)), Prefix + function);

    /// <summary>The path of the library; its folder's name says what went into it.</summary>
    public static string PathOf(string module, CoprocConfig config) =>
        Built.GetOrAdd((module, config), _ => new Lazy<string>(() => Build(module, config))).Value;

    /// <summary>Generates a unit into a temporary folder for as long as <paramref name="use"/> takes.</summary>
    public static T WithVerilog<T>(CoprocConfig config, Unit unit, Func<string, T> use)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("xrnpe-verify-");
        try
        {
            foreach (GeneratedFile file in Generator.Generate(config, unit))
            {
                string path = Path.Combine(folder.FullName, file.Path);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllText(path, file.Text);
            }

            return use(folder.FullName);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Build(string module, CoprocConfig config) => WithVerilog(config, module is Units or Descriptor ? Unit.Coproc : Unit.Mac, folder =>
    {
        string top = Prefix + module;
        if (Resource(top + ".v") is { } wrapper)
        {
            string define = config.Exponents == ExponentUnit.Cells ? "`define XRNPE_EXPONENT_CELLS\n" : "";
            File.WriteAllText(Path.Combine(folder, top + ".v"), define + wrapper);
        }

        if (top == MacBench.Checked)
        {
            foreach (GeneratedFile file in MacBench.Checkers(config)) File.WriteAllText(Path.Combine(folder, file.Path), file.Text);
        }

        return VerilatedBuilder.Build(new VerilatedDesign { Folder = folder, Top = top, Shim = Shim(module), Directives = "" });
    });

    /// <summary>The text of <c>hdl/sim/NAME.cpp</c>.</summary>
    public static string Shim(string module) =>
        Resource(module + ".cpp") ?? throw new InvalidOperationException($"the resource {module}.cpp is not in the assembly");

    private static string? Resource(string name)
    {
        using Stream? stream = typeof(ModuleLibrary).Assembly.GetManifestResourceStream(name);
        if (stream is null) return null;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
