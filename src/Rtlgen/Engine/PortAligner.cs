using System.Text.RegularExpressions;

namespace XrNpe.Rtlgen;

/// <summary>
/// Lines up port declarations and named port connections. Widths depend on the configuration, so a template cannot do it:
/// it writes them with single spaces, and here they become columns.
/// </summary>
internal static partial class PortAligner
{
    /// <summary>Aligns every port list and every instance's connections.</summary>
    public static string Apply(string text)
    {
        string[] lines = text.Split('\n');
        Columns(lines, PortLine(), endsGroup: line => line.StartsWith(");", StringComparison.Ordinal), Port);
        Columns(lines, ConnectionLine(), endsGroup: line => line.TrimStart().StartsWith(");", StringComparison.Ordinal), Connection);
        return string.Join('\n', lines);
    }

    [GeneratedRegex(@"^  (?<direction>input |output) +(?<kind>wire|reg) *(?<range>\[[^\]]*\])? *(?<name>\w+)(?<comma>,?) *(?<comment>//.*)?$")]
    private static partial Regex PortLine();

    [GeneratedRegex(@"^(?<indent> +)\.(?<name>\w+) *\((?<signal>.*)\)(?<comma>,?)$")]
    private static partial Regex ConnectionLine();

    private static void Columns(string[] lines, Regex pattern, Func<string, bool> endsGroup, Action<string[], List<(int Line, Match Match)>> align)
    {
        var group = new List<(int Line, Match Match)>();
        for (int i = 0; i < lines.Length; i++)
        {
            Match match = pattern.Match(lines[i]);
            if (match.Success) group.Add((i, match));
            if (group.Count == 0 || !endsGroup(lines[i])) continue;
            align(lines, group);
            group.Clear();
        }
    }

    private static void Port(string[] lines, List<(int Line, Match Match)> group)
    {
        int kind = group.Max(g => g.Match.Groups["kind"].Length);
        int range = group.Max(g => g.Match.Groups["range"].Length);
        int name = group.Max(g => g.Match.Groups["name"].Length + g.Match.Groups["comma"].Length);
        foreach ((int line, Match match) in group)
        {
            string width = range == 0 ? "" : match.Groups["range"].Value.PadRight(range) + " ";
            string head = $"  {match.Groups["direction"].Value.PadRight(6)} {match.Groups["kind"].Value.PadRight(kind)} {width}";
            string port = match.Groups["name"].Value + match.Groups["comma"].Value;
            lines[line] = (head + port.PadRight(name) + "  " + match.Groups["comment"].Value).TrimEnd();
        }
    }

    private static void Connection(string[] lines, List<(int Line, Match Match)> group)
    {
        int name = group.Max(g => g.Match.Groups["name"].Length);
        foreach ((int line, Match match) in group)
        {
            lines[line] = $"{match.Groups["indent"].Value}.{match.Groups["name"].Value.PadRight(name)} ({match.Groups["signal"].Value}){match.Groups["comma"].Value}";
        }
    }
}
