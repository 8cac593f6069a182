using System.IO.Compression;

namespace XrNpe.Vio;

/// <summary>Reads .npz archives: a zip of .npy files, as numpy's savez and savez_compressed write them.</summary>
public static class NpzReader
{
    private const string Extension = ".npy";

    /// <summary>Reads all arrays of an archive.</summary>
    /// <returns>By name, without the ending .npy.</returns>
    /// <exception cref="InputException">It is no archive of arrays that can be used.</exception>
    public static IReadOnlyDictionary<string, NumericTensor> Read(string path)
    {
        using FileStream stream = InputFile.Open(path);
        try
        {
            using var archive = new ZipArchive(stream, ZipArchiveMode.Read);
            var arrays = new Dictionary<string, NumericTensor>();
            foreach (ZipArchiveEntry entry in archive.Entries)
            {
                if (!entry.FullName.EndsWith(Extension, StringComparison.Ordinal)) continue;
                string name = entry.FullName[..^Extension.Length];
                if (entry.Length > Array.MaxLength) throw new InputException($"{path}: array {name} has {entry.Length} bytes; at most {Array.MaxLength} can be read");
                using Stream content = entry.Open();
                using var bytes = new MemoryStream((int)entry.Length);
                content.CopyTo(bytes);
                if (!arrays.TryAdd(name, NpyReader.Parse($"{path}:{name}", bytes.ToArray()))) throw new InputException($"{path} holds two arrays {InputException.Quote(name)}");
            }

            return arrays.Count > 0 ? arrays : throw new InputException($"{path} holds no .npy array");
        }
        catch (InvalidDataException e)
        {
            throw new InputException($"{path} is not an .npz archive, or is cut short: {e.Message}", e);
        }
    }
}
