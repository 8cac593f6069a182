namespace XrNpe.Arith.Tests;

/// <summary>Where the repository is, found from where the tests run.</summary>
internal static class RepositoryRoot
{
    public static string Path { get; } = Find();

    private static string Find()
    {
        for (string? folder = AppContext.BaseDirectory; folder is not null; folder = System.IO.Path.GetDirectoryName(folder))
        {
            if (File.Exists(System.IO.Path.Combine(folder, "XrNpe.sln"))) return folder;
        }

        throw new InvalidOperationException($"no XrNpe.sln above {AppContext.BaseDirectory}");
    }
}
