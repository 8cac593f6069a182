using XrNpe.Coproc;
using XrNpe.Rtlgen;
using XrNpe.Vio;

namespace XrNpe.Cli;

/// <summary>Generated files on disk: written, or compared with what is there.</summary>
internal static class GeneratedFolder
{
    private const string Prefix = "xrnpe_";

    /// <summary>Writes one file, folders included.</summary>
    public static void Write(string folder, GeneratedFile file)
    {
        string path = Path.Combine(folder, file.Path);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{folder} cannot be written: {e.Message}", e);
        }

        OutputFile.Write(path, stream =>
        {
            using var writer = new StreamWriter(stream, leaveOpen: true);
            writer.Write(file.Text);
        });
    }

    /// <summary>What differs between a folder and the files that belong there, as lines of a diff; none when it is up to date.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="files">What should be in it.</param>
    /// <param name="config">What it is generated from; tells which other generated files have no place there.</param>
    public static IEnumerable<string> Differences(string folder, IReadOnlyList<GeneratedFile> files, CoprocConfig config)
    {
        foreach (GeneratedFile file in files)
        {
            string path = Path.Combine(folder, file.Path);
            if (!File.Exists(path))
            {
                yield return $"missing: {path}";
                continue;
            }

            string actual = File.ReadAllText(path);
            if (actual == file.Text) continue;
            foreach (string line in LineDiff.Lines(path, actual, file.Text)) yield return line;
        }

        // Units share folders, so only what no unit generates is a leftover.
        HashSet<string> known = [.. Enum.GetValues<Unit>().SelectMany(unit => Generator.Generate(config, unit).Concat(MacBench.Generate(config, unit))).Select(file => file.Path)];
        if (!Directory.Exists(folder)) yield break;
        IEnumerable<string> drawings = Directory.GetDirectories(folder, Prefix + "*").SelectMany(Directory.GetFiles);
        foreach (string path in Directory.GetFiles(folder, Prefix + "*").Concat(drawings).Order(StringComparer.Ordinal))
        {
            if (!known.Contains(Path.GetRelativePath(folder, path).Replace('\\', '/'))) yield return $"not generated any more, delete it: {path}";
        }
    }
}
