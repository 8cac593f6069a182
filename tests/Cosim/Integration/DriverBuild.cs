using System.Diagnostics;
using XrNpe.Coproc;
using XrNpe.Rtlgen;

namespace XrNpe.Cosim;

/// <summary>The C driver with its own harness on the Verilated tiny configuration, by <c>sw/test/Makefile</c>; built once.</summary>
public sealed class DriverBuild : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("xrnpe-driver-").FullName;

    public DriverBuild()
    {
        foreach (GeneratedFile file in Generator.Generate(Presets.Tiny))
        {
            string path = Path.Combine(Hdl, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, file.Text);
        }
    }

    /// <summary>The folder of XrNpe.sln.</summary>
    public static string Repository { get; } = Find(AppContext.BaseDirectory);

    /// <summary>The generated Verilog and header.</summary>
    public string Hdl => Path.Combine(_folder, "hdl");

    /// <summary>Where a file of the build is.</summary>
    public string PathOf(string name) => Path.Combine(_folder, "build", name);

    /// <summary>Makes a target; skips the test where a program is missing.</summary>
    public void Make(string target, string variables = "")
    {
        if (VerilatedBuilder.MissingTool is { } tool) Assert.Skip(new ToolMissingException(tool).Message);
        string[] arguments = ["--no-print-directory", "-C", Path.Combine(Repository, "sw", "test"), $"HDL={Hdl}", $"BUILD={Path.Combine(_folder, "build")}", target, variables];
        var start = new ProcessStartInfo("make", arguments.Where(argument => argument.Length > 0)) { RedirectStandardOutput = true, RedirectStandardError = true };

        // Variables of a make above would decide where this one builds.
        foreach (string name in new[] { "MAKEFLAGS", "MAKEOVERRIDES", "MFLAGS" }) start.Environment.Remove(name);
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string said = process.StandardOutput.ReadToEnd() + errors.Result;
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"make {target} {variables} ends with {process.ExitCode}:\n{said}");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string Find(string folder)
    {
        while (!File.Exists(Path.Combine(folder, "XrNpe.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("XrNpe.sln is in no folder above the tests");
        }

        return folder;
    }
}
