using System.Diagnostics;

namespace XrNpe.Coproc;

/// <summary>Runs the programs that a build needs.</summary>
internal static class BuildTool
{
    /// <summary>The programs, in the order they are used.</summary>
    public static IReadOnlyList<string> Needed { get; } = ["verilator", "make", "g++"];

    /// <summary>The first program that PATH lacks, or null.</summary>
    public static string? FirstMissing() => Needed.FirstOrDefault(tool => !IsOnPath(tool));

    /// <summary>Runs a program and returns what it printed to stdout.</summary>
    /// <param name="tool">The program.</param>
    /// <param name="directory">Working directory.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <exception cref="ToolMissingException">It is not installed.</exception>
    /// <exception cref="VerilatedBuildException">It failed.</exception>
    public static string Run(string tool, string directory, IEnumerable<string> arguments)
    {
        if (!IsOnPath(tool)) throw new ToolMissingException(tool);
        var start = new ProcessStartInfo(tool, arguments)
        {
            WorkingDirectory = directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start) ?? throw new ToolMissingException(tool);

        // Both streams at once, or a chatty program blocks on the one that nobody reads.
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new VerilatedBuildException(tool, errors.Result + output);
    }

    private static bool IsOnPath(string tool) =>
        (Environment.GetEnvironmentVariable("PATH") ?? string.Empty)
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Any(folder => File.Exists(Path.Combine(folder, tool)));
}
