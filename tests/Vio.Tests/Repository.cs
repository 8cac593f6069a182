namespace XrNpe.Vio.Tests;

/// <summary>Where the repository is, found from where the tests run.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (string? folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "XrNpe.sln"))) return folder;
        }

        throw new InvalidOperationException($"no XrNpe.sln above {AppContext.BaseDirectory}");
    }
}
