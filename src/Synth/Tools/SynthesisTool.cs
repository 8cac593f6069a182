using System.Diagnostics;
using System.Globalization;

namespace XrNpe.Synth;

/// <summary>A program that synthesis or simulation of netlists uses, and the Debian package that has it.</summary>
/// <param name="Program">Its name.</param>
/// <param name="Package">The package.</param>
public sealed record SynthesisTool(string Program, string Package)
{
    /// <summary>Synthesis.</summary>
    public static SynthesisTool Yosys { get; } = new("yosys", "yosys");

    /// <summary>Static timing analysis, OpenSTA.</summary>
    public static SynthesisTool Sta { get; } = new("sta", "opensta");

    /// <summary>Compiler of Icarus Verilog.</summary>
    public static SynthesisTool Iverilog { get; } = new("iverilog", "iverilog");

    /// <summary>Runtime of Icarus Verilog.</summary>
    public static SynthesisTool Vvp { get; } = new("vvp", "iverilog");

    /// <summary>True when PATH has it.</summary>
    public bool IsInstalled => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Any(folder => File.Exists(Path.Combine(folder, Program)));

    /// <summary>Fails when it is not installed.</summary>
    /// <exception cref="SynthesisToolMissingException">It is not.</exception>
    public void Require()
    {
        if (!IsInstalled) throw new SynthesisToolMissingException(Program, Package);
    }

    /// <summary>Runs it to its end.</summary>
    /// <param name="folder">Working directory.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="limit">How long it may take.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <returns>Exit code and what it printed, standard output first.</returns>
    /// <exception cref="SynthesisToolMissingException">It is not installed.</exception>
    /// <exception cref="TimeoutException">It took too long, and was ended with everything it had started.</exception>
    internal ToolOutcome Run(string folder, IEnumerable<string> arguments, TimeSpan limit, CancellationToken cancellation)
    {
        Require();
        var start = new ProcessStartInfo(Program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // What yosys and abc leave behind goes away with the folder.
        start.Environment["TMPDIR"] = folder;
        using Process process = Process.Start(start) ?? throw new SynthesisToolMissingException(Program, Package);
        process.StandardInput.Close();

        // Both streams at once, or a chatty program blocks on the one that nobody reads.
        Task<string> output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        Task<string> errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        using var timer = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        timer.CancelAfter(limit);
        try
        {
            process.WaitForExitAsync(timer.Token).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            cancellation.ThrowIfCancellationRequested();
            throw new TimeoutException(string.Create(
                CultureInfo.InvariantCulture, $"{Program} did not end within {limit.TotalSeconds:0} s and was stopped; --timeout SECONDS gives it longer"));
        }

        return new ToolOutcome(process.ExitCode, output.GetAwaiter().GetResult() + errors.GetAwaiter().GetResult());
    }
}

/// <summary>How a program ended.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Text">What it printed.</param>
internal readonly record struct ToolOutcome(int ExitCode, string Text)
{
    /// <summary>The line that says what went wrong, as well as one can tell.</summary>
    public string Problem
    {
        get
        {
            string[] lines = Text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            return lines.FirstOrDefault(line => line.Contains("ERROR", StringComparison.OrdinalIgnoreCase))
                ?? lines.LastOrDefault()
                ?? string.Create(CultureInfo.InvariantCulture, $"exit code {ExitCode}");
        }
    }
}
