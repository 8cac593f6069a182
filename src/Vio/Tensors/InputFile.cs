namespace XrNpe.Vio;

/// <summary>Opens files that a person named; what goes wrong becomes an <see cref="InputException"/>.</summary>
public static class InputFile
{
    /// <summary>Opens a file for reading.</summary>
    /// <exception cref="InputException">It is not there, is a folder, or may not be read.</exception>
    public static FileStream Open(string path)
    {
        if (path.Length == 0) throw new InputException("the name of a file is empty");
        if (Directory.Exists(path)) throw new InputException($"{path} is a folder, not a file");
        if (!File.Exists(path)) throw new InputException($"{path}: there is no such file");
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1 << 16);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{path} cannot be read: {e.Message}", e);
        }
    }

    /// <summary>All bytes of a file.</summary>
    /// <exception cref="InputException">It cannot be read, or is too large for memory.</exception>
    public static byte[] ReadAll(string path)
    {
        using FileStream stream = Open(path);
        if (stream.CanSeek && stream.Length > Array.MaxLength)
        {
            throw new InputException($"{path} has {stream.Length} bytes; at most {Array.MaxLength} can be read");
        }

        try
        {
            using var bytes = new MemoryStream(stream.CanSeek ? (int)stream.Length : 0);
            stream.CopyTo(bytes);
            return bytes.ToArray();
        }
        catch (IOException e)
        {
            throw new InputException($"{path} cannot be read: {e.Message}", e);
        }
    }
}
