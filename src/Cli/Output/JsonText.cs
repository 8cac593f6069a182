using System.Text.Encodings.Web;
using System.Text.Json;

namespace XrNpe.Cli;

/// <summary>How JSON is written: indented, and file names readable.</summary>
internal static class JsonText
{
    /// <summary>The options.</summary>
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerOptions.Default)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
