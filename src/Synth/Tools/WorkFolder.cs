namespace XrNpe.Synth;

/// <summary>A temporary folder that is gone afterwards.</summary>
internal sealed class WorkFolder : IDisposable
{
    /// <summary>Its path.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("xrnpe-synth-").FullName;

    /// <summary>Writes a file into it, folders included.</summary>
    public void Write(string name, string text)
    {
        string path = PathOf(name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    /// <summary>Reads a file of it.</summary>
    public string Read(string name) => File.ReadAllText(PathOf(name));

    /// <summary>The path of a file in it.</summary>
    public string PathOf(string name) => System.IO.Path.Combine(Path, name);

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (IOException)
        {
            // A tool that was stopped may still be writing; the system's temporary folder is cleaned some day.
        }
    }
}
