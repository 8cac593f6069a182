using System.Text;

namespace XrNpe.Coproc;

/// <summary>
/// Verilog and a C++ shim to a shared library, by Verilator and g++. Cached by everything that goes in: Verilog, shim,
/// flags and tool versions.
/// </summary>
public static class VerilatedBuilder
{
    private const string LibraryName = "model.so";
    private const string Prefix = "Vmodel";
    private const string Directives = "directives.vlt";
    private const string Optimize = "-O2";

    // Hidden and local names: several libraries, each with its own Vmodel and runtime, live in one process.
    private static readonly string[] CompileFlags = ["-fPIC", "-fvisibility=hidden", "-fno-gnu-unique", "-pthread"];
    private static readonly string[] LinkFlags = ["-shared", "-pthread", "-Wl,-Bsymbolic", "-Wl,--exclude-libs,ALL"];

    // Without the split, wide designs become a few functions so large that g++ takes five times as long.
    private static readonly string[] VerilatorFlags =
        ["--cc", "-O3", "--x-assign", "fast", "--x-initial", "fast", "--no-timing", "--output-split-cfuncs", "500", "-Wall", "--prefix", Prefix];

    private static readonly string[] CoverageFlags = ["--coverage-line", "--coverage-toggle"];

    /// <summary>The first needed program that is not installed, or null when Verilated simulation is possible.</summary>
    public static string? MissingTool => BuildTool.FirstMissing();

    /// <summary>Builds the library, or finds it in the cache.</summary>
    /// <param name="design">What to build.</param>
    /// <returns>Path of the shared library.</returns>
    /// <exception cref="ToolMissingException">Verilator, make or g++ is not installed.</exception>
    /// <exception cref="VerilatedBuildException">It does not compile; every Verilator warning counts.</exception>
    /// <exception cref="FileNotFoundException">The folder holds no Verilog.</exception>
    public static string Build(VerilatedDesign design)
    {
        if (MissingTool is { } missing) throw new ToolMissingException(missing);
        string[] sources = Sources(design.Folder);
        string versions = BuildTool.Run("verilator", Path.GetTempPath(), ["--version"]) + BuildTool.Run("g++", Path.GetTempPath(), ["-dumpfullversion"]);

        IEnumerable<byte[]> parts = sources.SelectMany(s => new[] { Encoding.UTF8.GetBytes(Path.GetFileName(s)), File.ReadAllBytes(s) });
        string settings = string.Join(' ', [design.Top, $"trace={design.Trace}", $"threads={design.Threads}", $"coverage={(Coverage ? string.Join(' ', CoverageFlags) : "")}", versions, Optimize, .. VerilatorFlags, .. CompileFlags, .. LinkFlags]);
        string key = BuildCache.Key([Encoding.UTF8.GetBytes(settings), Encoding.UTF8.GetBytes(design.Shim), Encoding.UTF8.GetBytes(design.Directives), .. parts]);

        string folder = BuildCache.Folder("model-" + key, target => Compile(design, sources, versions, target));
        return Path.Combine(folder, LibraryName);
    }

    /// <summary>True when models count which of their lines run and which bits change; the shim writes the counts into this folder.</summary>
    private static bool Coverage => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("XRNPE_COVERAGE_DIR"));

    private static string[] Sources(string folder)
    {
        string[] all = [.. Directory.GetFiles(folder).Where(f => Path.GetExtension(f) is ".v" or ".vlt").Order(StringComparer.Ordinal)];
        return all.Any(f => Path.GetExtension(f) == ".v") ? all : throw new FileNotFoundException($"no .v file in {folder}", folder);
    }

    private static void Compile(VerilatedDesign design, string[] sources, string versions, string target)
    {
        string root = BuildTool.Run("verilator", target, ["--getenv", "VERILATOR_ROOT"]).Trim();
        string include = Path.Combine(root, "include");
        string runtime = BuildCache.Folder(
            "runtime-" + BuildCache.Key([versions, Optimize, .. CompileFlags, .. RuntimeSources]), folder => CompileRuntime(include, folder));

        // make refuses folders with blanks in their name, and the cache may be in one.
        string work = Directory.CreateTempSubdirectory("xrnpe-verilator-").FullName;
        try
        {
            string[] kind = [.. design.Trace ? ["--trace"] : Array.Empty<string>(), .. Coverage ? CoverageFlags : [], .. design.Threads > 1 ? ["--threads", $"{design.Threads}"] : Array.Empty<string>()];
            IEnumerable<string> files = sources.OrderBy(f => Path.GetExtension(f) == ".v").Select(Path.GetFullPath);
            File.WriteAllText(Path.Combine(work, Directives), design.Directives);
            string[] directives = design.Directives.Length > 0 ? [Directives] : [];
            BuildTool.Run("verilator", work, [.. VerilatorFlags, .. kind, "--Mdir", work, "--top-module", design.Top, .. directives, .. files]);
            BuildTool.Run(
                "make",
                work,
                ["-f", $"{Prefix}.mk", $"-j{Environment.ProcessorCount}", $"OPT_FAST={Optimize}", $"USER_CPPFLAGS={string.Join(' ', CompileFlags)}", $"{Prefix}__ALL.a"]);

            string shim = Path.Combine(work, "shim.cpp");
            File.WriteAllText(shim, design.Shim);
            string[] objects = [.. RuntimeSources.Select(s => Path.Combine(runtime, s + ".o"))];
            string library = Path.Combine(work, LibraryName);
            BuildTool.Run(
                "g++",
                work,
                [.. CompileFlags, Optimize, $"-DVM_TRACE={(design.Trace ? 1 : 0)}", $"-DVM_COVERAGE={(Coverage ? 1 : 0)}", "-I.", "-I" + include, "-I" + Path.Combine(include, "vltstd"),
                    shim, $"{Prefix}__ALL.a", .. objects, .. LinkFlags, "-o", library]);
            File.Copy(library, Path.Combine(target, LibraryName));
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }

    private static string[] RuntimeSources => ["verilated", "verilated_threads", "verilated_vcd_c", "verilated_cov"];

    /// <summary>Verilator's runtime is the same for every model.</summary>
    private static void CompileRuntime(string include, string folder) =>
        Parallel.ForEach(RuntimeSources, source => BuildTool.Run(
            "g++",
            folder,
            [.. CompileFlags, Optimize, "-faligned-new", "-I" + include, "-I" + Path.Combine(include, "vltstd"), "-c", Path.Combine(include, source + ".cpp"), "-o", source + ".o"]));
}
