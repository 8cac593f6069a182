namespace XrNpe.Cli;

/// <summary>Shows where two texts differ.</summary>
internal static class LineDiff
{
    private const int Context = 2;
    private const int MostLines = 20;

    /// <summary>The differing lines between the common start and the common end, with a little around them.</summary>
    public static IEnumerable<string> Lines(string path, string actual, string expected)
    {
        string[] old = actual.Split('\n'), now = expected.Split('\n');
        int start = old.AsSpan().CommonPrefixLength(now);
        int end = 0;
        while (end < Math.Min(old.Length, now.Length) - start && old[^(end + 1)] == now[^(end + 1)]) end++;

        yield return $"--- {path} (as it is)";
        yield return $"+++ {path} (as generated)";
        yield return $"@@ line {start + 1} @@";
        foreach (string line in old[Math.Max(0, start - Context)..start]) yield return " " + line;
        foreach (string line in Shortened(old[start..^end])) yield return "-" + line;
        foreach (string line in Shortened(now[start..^end])) yield return "+" + line;
        foreach (string line in old[^end..].Take(Context)) yield return " " + line;
    }

    private static string[] Shortened(string[] lines) =>
        lines.Length <= MostLines ? lines : [.. lines[..MostLines], $"… {lines.Length - MostLines} more lines"];
}
