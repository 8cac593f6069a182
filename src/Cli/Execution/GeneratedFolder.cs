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
        HashSet<string> known = [.. Enum.GetValues<Unit>().SelectMany(unit => UnitFolder.Files(config, unit)).Select(file => file.Path)];
        foreach (string place in known.Select(path => Path.GetDirectoryName(path)!).Distinct().Order(StringComparer.Ordinal))
        {
            string here = Path.Combine(folder, place);
            if (!Directory.Exists(here)) continue;
            foreach (string path in Directory.GetFiles(here, Prefix + "*").Order(StringComparer.Ordinal))
            {
                string name = Path.GetFileName(path);
                if (!known.Contains(place.Length == 0 ? name : place + "/" + name)) yield return $"not generated any more, delete it: {path}";
            }
        }
    }
}
