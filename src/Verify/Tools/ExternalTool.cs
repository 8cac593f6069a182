using System.ComponentModel;
using System.Diagnostics;

namespace XrNpe.Verify;

/// <summary>How a program ended.</summary>
/// <param name="ExitCode">Its exit code; meaningless when it ran out of time.</param>
/// <param name="Text">What it printed, standard output first.</param>
/// <param name="IsTimeout">It ran out of time and was ended.</param>
public sealed record ToolOutcome(int ExitCode, string Text, bool IsTimeout);

/// <summary>Runs programs of others, none of them for ever.</summary>
public static class ExternalTool
{
    /// <summary>True when PATH has the program.</summary>
    public static bool IsInstalled(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? string.Empty)
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Any(folder => File.Exists(Path.Combine(folder, program)));

    /// <summary>Runs a program to its end, or to the end of its time.</summary>
    /// <param name="program">The program.</param>
    /// <param name="folder">Working directory.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="limit">Its time.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="Coproc.ToolMissingException">It is not installed.</exception>
    public static ToolOutcome Run(string program, string folder, IEnumerable<string> arguments, TimeSpan limit, CancellationToken cancellation = default)
    {
        if (!IsInstalled(program)) throw new Coproc.ToolMissingException(program);
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        using Process process = Process.Start(start) ?? throw new Coproc.ToolMissingException(program);

        // Nobody types: a program that asks gets the end of its input.
        process.StandardInput.Close();
        Task<string> output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        Task<string> errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        time.CancelAfter(limit);
        bool isTimeout = false;
        try
        {
            process.WaitForExitAsync(time.Token).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException)
        {
            End(process);
            cancellation.ThrowIfCancellationRequested();
            isTimeout = true;
        }

        return new ToolOutcome(isTimeout ? -1 : process.ExitCode, output.GetAwaiter().GetResult() + errors.GetAwaiter().GetResult(), isTimeout);
    }

    private static void End(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception)
        {
            // It has ended by itself in the meantime.
        }

        process.WaitForExit();
    }
}
