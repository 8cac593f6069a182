using Microsoft.Win32.SafeHandles;

namespace XrNpe.Cli;

/// <summary>Standard output that notices when its reader has gone, as in <c>xrnpe vectors … | head</c>.</summary>
internal static class StandardOutput
{
    private const int BrokenPipe = 32; // EPIPE

    private static readonly SafeFileHandle Descriptor = new(1, ownsHandle: false);

    /// <summary>Opens it.</summary>
    public static Stream Open()
    {
        // .NET's console stream swallows EPIPE, and a tool that writes billions of lines would go on for nobody. A file stream does
        // not, but keeps a position of its own, which is wrong for a file that others append to: so for pipes only.
        if (OperatingSystem.IsWindows() || !Console.IsOutputRedirected) return Console.OpenStandardOutput();
        var stream = new FileStream(Descriptor, FileAccess.Write, bufferSize: 0);
        if (!stream.CanSeek) return stream;
        stream.Dispose();
        return Console.OpenStandardOutput();
    }

    /// <summary>True for the failure to write to a pipe that nobody reads any more.</summary>
    public static bool IsGone(Exception exception) => exception is IOException { HResult: BrokenPipe };
}
