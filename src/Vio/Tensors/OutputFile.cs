using System.Text;

namespace XrNpe.Vio;

/// <summary>
/// Writes files whole or not at all: into a temporary file in the same folder, which is then renamed. A failure leaves
/// nothing behind, and what was there before stays.
/// </summary>
public static class OutputFile
{
    /// <summary>Writes a file.</summary>
    /// <param name="path">The file; its folder must exist.</param>
    /// <param name="write">Writes the contents.</param>
    /// <exception cref="InputException">The file cannot be written; the message says why.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        string target = Target(path);
        try
        {
            if (IsDevice(path))
            {
                using FileStream device = new(path, FileMode.Open, FileAccess.Write);
                write(device);
                return;
            }

            WriteAndRename(target, write);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{path} cannot be written: {e.Message}", e);
        }
    }

    /// <summary>Writes a text, in UTF-8 without a mark in front.</summary>
    /// <inheritdoc cref="Write"/>
    public static void WriteText(string path, string text) => Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(text)));

    /// <summary>Checks that a file could be written, before any work is done for it.</summary>
    /// <exception cref="InputException">Its folder is missing, or it is a folder itself.</exception>
    public static void Check(string path) => _ = Target(path);

    /// <summary>Makes a folder that files will be written to, unless it is there.</summary>
    /// <exception cref="InputException">It cannot be made.</exception>
    public static void MakeFolder(string path)
    {
        if (path.Length == 0) throw new InputException("the name of the output folder is empty");
        try
        {
            Directory.CreateDirectory(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"the folder {path} cannot be made: {e.Message}", e);
        }
    }

    private static string Target(string path)
    {
        if (path.Length == 0) throw new InputException("the name of the output file is empty");
        if (Directory.Exists(path)) throw new InputException($"{path} is a folder: name a file in it");

        // A rename would replace a symbolic link instead of the file that it stands for.
        string target = Path.GetFullPath(path);
        if (new FileInfo(target).LinkTarget is not null)
        {
            target = File.ResolveLinkTarget(target, returnFinalTarget: true)?.FullName ?? target;
        }

        string folder = Path.GetDirectoryName(target)!;
        if (!Directory.Exists(folder)) throw new InputException($"{path} cannot be written: there is no folder {folder}; make it first");
        return target;
    }

    /// <summary>Renaming onto /dev/null would replace the device.</summary>
    private static bool IsDevice(string path) => Path.GetFullPath(path).StartsWith("/dev/", StringComparison.Ordinal);

    private static void WriteAndRename(string target, Action<Stream> write)
    {
        string temporary = $"{target}.{Guid.NewGuid():N}.tmp";
        try
        {
            using (FileStream stream = new(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16)) write(stream);
            File.Move(temporary, target, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }
}
