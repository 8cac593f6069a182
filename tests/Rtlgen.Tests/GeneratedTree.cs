using XrNpe.Coproc;

namespace XrNpe.Rtlgen.Tests;

/// <summary>A unit of a configuration in a temporary folder.</summary>
internal sealed class GeneratedTree : IDisposable
{
    public GeneratedTree(CoprocConfig config, Unit unit)
    {
        foreach (GeneratedFile file in Generator.Generate(config, unit).Concat(CoprocBench.InFolder(config, unit)))
        {
            string path = Path.Combine(Folder, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, file.Text);
        }
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("xrnpe-test-").FullName;

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
