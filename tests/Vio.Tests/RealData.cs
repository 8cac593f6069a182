namespace XrNpe.Vio.Tests;

/// <summary>
/// Data of others, which the repository may not hold: in the folder that XRNPE_DATA names, else in <c>../shared/data</c> beside the
/// repository or a folder above it. Tests that want them skip where they are missing.
/// </summary>
internal static class RealData
{
    private static readonly string? Folder = Find();

    /// <summary>Path of a file or folder; skips the test, saying so, where it is missing.</summary>
    public static string File(params string[] parts)
    {
        string name = Path.Combine(parts);
        if (Folder is null) Assert.Skip($"real data are missing: set XRNPE_DATA to a folder with {name}");
        string path = Path.Combine(Folder, name);
        if (!Path.Exists(path)) Assert.Skip($"real data are missing: there is no {path}");
        return path;
    }

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("XRNPE_DATA") is { Length: > 0 } named) return named;
        for (string? folder = Path.GetDirectoryName(Repository.Root); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            string candidate = Path.Combine(folder, "shared", "data");
            if (Directory.Exists(candidate)) return candidate;
        }

        return null;
    }
}
