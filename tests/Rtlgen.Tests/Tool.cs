using System.Diagnostics;

namespace XrNpe.Rtlgen.Tests;

/// <summary>Programs that judge the Verilog. A test skips when one is not installed.</summary>
internal static class Tool
{
    /// <summary>Runs a program and asserts that it ends well and has nothing to say.</summary>
    /// <param name="program">Its name, which is its Debian package too.</param>
    /// <param name="directory">Working directory.</param>
    /// <param name="arguments">Its arguments.</param>
    public static void RunSilently(string program, string directory, params IEnumerable<string> arguments)
    {
        string said = Run(program, directory, arguments);
        Assert.True(said.Trim().Length == 0, $"{program} says:\n{said}");
    }

    /// <summary>Runs a program, asserts that it ends well, and returns what it says.</summary>
    /// <param name="program">Its name, which is its Debian package too.</param>
    /// <param name="directory">Working directory.</param>
    /// <param name="arguments">Its arguments.</param>
    public static string Run(string program, string directory, params IEnumerable<string> arguments)
    {
        Assert.SkipUnless(IsOnPath(program), $"{program} is not installed: apt-get install {program}");
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        string said = process.StandardOutput.ReadToEnd() + errors.Result;
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{program} exits with {process.ExitCode} and says:\n{said}");
        return said;
    }

    private static bool IsOnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));
}
