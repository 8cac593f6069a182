using XrNpe.Coproc;

namespace XrNpe.Rtlgen.Tests;

/// <summary>A unit of a configuration in a temporary folder.</summary>
internal sealed class GeneratedTree : IDisposable
{
    public GeneratedTree(CoprocConfig config, Unit unit)
    {
        foreach (GeneratedFile file in Generator.Generate(config, unit)) File.WriteAllText(Path.Combine(Folder, file.Path), file.Text);
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("xrnpe-test-").FullName;

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
