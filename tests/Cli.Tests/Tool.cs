using System.Text;

namespace XrNpe.Cli.Tests;

/// <summary>What one run of the tool gave.</summary>
internal sealed record ToolResult(int ExitCode, string Out, string Error)
{
    /// <summary>Checks that it failed with one line on standard error and nothing that looks like a stack trace.</summary>
    public void MustFail(int exitCode, params string[] parts)
    {
        Assert.Equal(exitCode, ExitCode);
        Assert.StartsWith("xrnpe: ", Error, StringComparison.Ordinal);
        Assert.Single(Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        foreach (string part in parts) Assert.Contains(part, Error, StringComparison.Ordinal);
    }

    /// <summary>Checks that it went well and was quiet about it.</summary>
    public ToolResult MustSucceed()
    {
        Assert.Equal("", Error);
        Assert.Equal(0, ExitCode);
        return this;
    }
}

/// <summary>Runs the tool in this process, and holds a folder that is gone afterwards.</summary>
internal sealed class Tool : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("xrnpe-test-").FullName;

    public static string Repository { get; } = FindRepository();

    public string[] Names => [.. Directory.GetFiles(Folder).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];

    public static ToolResult Run(params string[] arguments) => RunWith("", arguments);

    public static ToolResult RunWith(string input, params string[] arguments)
    {
        using var reader = new MemoryStream(Encoding.UTF8.GetBytes(input));
        using var output = new MemoryStream();
        using var error = new StringWriter { NewLine = "\n" };
        int exitCode = XrnpeTool.Run(arguments, new ToolConsole(reader, output, error, ShowsProgress: false));
        return new ToolResult(exitCode, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }

    public string PathOf(string name) => Path.Combine(Folder, name);

    public string Write(string name, string text)
    {
        File.WriteAllText(PathOf(name), text);
        return PathOf(name);
    }

    /// <summary>A small .npy file, written byte by byte.</summary>
    public string WriteNpy(string name, string descriptor, string shape, byte[] data)
    {
        byte[] header = Encoding.ASCII.GetBytes($"{{'descr': '{descriptor}', 'fortran_order': False, 'shape': {shape}, }}\n");
        File.WriteAllBytes(PathOf(name), [0x93, .. "NUMPY"u8, 1, 0, .. BitConverter.GetBytes((ushort)header.Length), .. header, .. data]);
        return PathOf(name);
    }

    public string WriteFloats(string name, string shape, params float[] values) => WriteNpy(name, "<f4", shape, [.. values.SelectMany(BitConverter.GetBytes)]);

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static string FindRepository()
    {
        for (string? folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "XrNpe.sln"))) return folder;
        }

        throw new InvalidOperationException($"no XrNpe.sln above {AppContext.BaseDirectory}");
    }
}
