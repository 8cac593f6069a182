namespace XrNpe.Rtlgen.Tests;

/// <summary>The source tree these tests were built from.</summary>
internal static class Repository
{
    /// <summary>The folder of XrNpe.sln.</summary>
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string folder)
    {
        while (!File.Exists(Path.Combine(folder, "XrNpe.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("XrNpe.sln is in no folder above the tests");
        }

        return folder;
    }
}
