using System.Security.Cryptography;
using System.Text;

namespace XrNpe.Coproc;

/// <summary>
/// Built artefacts by hash: made once by whoever comes first, in any process, and only ever seen complete.
/// </summary>
internal static class BuildCache
{
    /// <summary><c>$XRNPE_CACHE</c>, else <c>$XDG_CACHE_HOME/xrnpe</c>, else <c>~/.cache/xrnpe</c>.</summary>
    public static string Root
    {
        get
        {
            if (Variable("XRNPE_CACHE") is { } own) return Path.GetFullPath(own);
            string parent = Variable("XDG_CACHE_HOME") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache");
            return Path.Combine(parent, "xrnpe");

            static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
        }
    }

    /// <summary>A key over parts in order; part boundaries count.</summary>
    public static string Key(IEnumerable<byte[]> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (byte[] part in parts)
        {
            hash.AppendData(BitConverter.GetBytes(part.LongLength));
            hash.AppendData(part);
        }

        const int Digits = 32;
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..Digits];
    }

    /// <summary>A key over strings.</summary>
    public static string Key(params IEnumerable<string> parts) => Key(parts.Select(Encoding.UTF8.GetBytes));

    /// <summary>The folder of <paramref name="key"/>, filled by <paramref name="build"/> when nobody has done so before.</summary>
    /// <param name="key">Names the folder.</param>
    /// <param name="build">Fills the empty folder it is given.</param>
    public static string Folder(string key, Action<string> build)
    {
        string folder = Path.Combine(Root, key);
        if (Directory.Exists(folder)) return folder;

        Directory.CreateDirectory(Root);
        using FileStream held = Lock(folder + ".lock");
        if (Directory.Exists(folder)) return folder;

        // Beside its final place, so that the rename is atomic: a folder with this name is always complete.
        string temporary = Path.Combine(Root, $"{key}.{Guid.NewGuid():n}.tmp");
        Directory.CreateDirectory(temporary);
        try
        {
            build(temporary);
            Directory.Move(temporary, folder);
        }
        finally
        {
            if (Directory.Exists(temporary)) Directory.Delete(temporary, recursive: true);
        }

        return folder;
    }

    /// <summary>Waits until no other process holds the lock. The system drops it when its holder dies.</summary>
    private static FileStream Lock(string path)
    {
        const int PollMilliseconds = 100;
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(path))
            {
                Thread.Sleep(PollMilliseconds);
            }
        }
    }
}
