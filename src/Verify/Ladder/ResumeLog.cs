using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using XrNpe.Arith;
using XrNpe.Coproc;

namespace XrNpe.Verify;

/// <summary>The steps of a long run that are done, one number a line, so that the next run starts where this one ends.</summary>
internal sealed class ResumeLog : IDisposable
{
    private readonly HashSet<long> _done = [];
    private readonly StreamWriter _writer;
    private readonly Lock _lock = new();

    /// <summary>Opens a log, or starts one.</summary>
    /// <param name="folder">Where.</param>
    /// <param name="name">Its name: everything that the steps' outcome depends on.</param>
    public ResumeLog(string folder, string name)
    {
        Directory.CreateDirectory(folder);
        string path = Path.Combine(folder, name + ".log");
        if (File.Exists(path))
        {
            // The last line may have been cut off in the middle: a number without its line end does not count.
            string text = File.ReadAllText(path);
            string whole = text[..(text.LastIndexOf('\n') + 1)];
            string[] lines = whole.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            _done.UnionWith(lines.Select(line => long.Parse(line, CultureInfo.InvariantCulture)));
            if (whole.Length != text.Length) File.WriteAllText(path, whole);
        }

        _writer = new StreamWriter(path, append: true) { AutoFlush = true, NewLine = "\n" };
    }

    /// <summary>
    /// The log of an exhaustive check of a module: its name holds a digest of the Verilog with its shim, and of the arithmetic that it is compared
    /// with. A deterministic compiler gives an assembly a new version exactly when what it compiles changes.
    /// </summary>
    public static ResumeLog For(CheckRun run, string name, string module, CoprocConfig config)
    {
        string library = Path.GetFileName(Path.GetDirectoryName(ModuleLibrary.PathOf(module, config)) ?? "");
        Type[] judges = [typeof(Posit16), typeof(ResumeLog)];
        byte[] key = SHA256.HashData([.. Encoding.UTF8.GetBytes(library), .. judges.SelectMany(type => type.Module.ModuleVersionId.ToByteArray())]);
        const int DigestBytes = 8;
        return new ResumeLog(run.Folder, $"{name}-{Convert.ToHexStringLower(key.AsSpan(0, DigestBytes))}");
    }

    /// <summary>Runs a step unless a run before did; notes it when nothing was wrong.</summary>
    public string? Once(long step, Func<string?> wrong)
    {
        if (_done.Contains(step)) return null;
        string? what = wrong();
        if (what is not null) return what;
        lock (_lock) _writer.WriteLine(step.ToString(CultureInfo.InvariantCulture));
        return null;
    }

    /// <inheritdoc/>
    public void Dispose() => _writer.Dispose();
}
