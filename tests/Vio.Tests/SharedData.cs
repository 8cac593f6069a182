namespace XrNpe.Vio.Tests;

/// <summary>Real data that may lie beside the repository, in shared/data, and are no part of it.</summary>
internal static class SharedData
{
    /// <summary>A file of theirs; a test that wants it is skipped where it is not there.</summary>
    public static string Want(params string[] name)
    {
        for (string? folder = Path.GetDirectoryName(Repository.Root); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            string path = Path.Combine([folder, "shared", "data", .. name]);
            if (Path.Exists(path)) return path;
        }

        Assert.Skip($"no shared/data/{string.Join('/', name)} beside the repository");
        return "";
    }
}
