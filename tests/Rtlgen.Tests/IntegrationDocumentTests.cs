using System.Globalization;
using System.Text;
using XrNpe.Coproc;

namespace XrNpe.Rtlgen.Tests;

/// <summary>The tables of <c>docs/integration.md</c> are those of the definitions. <c>make integration</c> writes them again.</summary>
public sealed class IntegrationDocumentTests
{
    private const string WriteVariable = "XRNPE_WRITE_INTEGRATION";

    private static string DocumentPath => Path.Combine(Repository.Root, "docs", "integration.md");

    [Fact]
    public void Ports_are_those_of_the_generated_verilog() => Check("ports", Ports());

    [Fact]
    public void Errors_are_all_that_there_are() => Check("errors", Errors());

    [Fact]
    public void Links_lead_to_files_that_exist_or_are_generated()
    {
        HashSet<string> generated = [.. Generator.Generate(Presets.Default).Select(file => Path.GetFullPath(Path.Combine(Repository.Root, "hdl", file.Path)))];
        foreach (string part in File.ReadAllText(DocumentPath).Split("](").Skip(1))
        {
            string target = part[..part.IndexOf(')', StringComparison.Ordinal)].Split('#')[0];
            string path = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(DocumentPath)!, target));
            Assert.True(File.Exists(path) || generated.Contains(path), $"docs/integration.md links to {target}");
        }
    }

    /// <summary>The table between two markers.</summary>
    private static void Check(string name, string table)
    {
        string text = File.ReadAllText(DocumentPath), begin = $"<!-- {name} -->\n", end = $"<!-- /{name} -->";
        int from = text.IndexOf(begin, StringComparison.Ordinal) + begin.Length, to = text.IndexOf(end, StringComparison.Ordinal);
        Assert.True(from >= begin.Length && to >= from, $"docs/integration.md has no place for the {name}");
        if (Environment.GetEnvironmentVariable(WriteVariable) == "1") File.WriteAllText(DocumentPath, text = string.Concat(text.AsSpan(0, from), table, text.AsSpan(to)));
        Assert.True(text.Contains(begin + table + end, StringComparison.Ordinal), $"the {name} in docs/integration.md are stale: make integration");
    }

    private static string Ports()
    {
        var text = new StringBuilder();
        string? group = null;
        foreach (TopPort port in TopPorts.Of(Presets.Default))
        {
            if (port.Group != group)
            {
                group = port.Group;
                text.Append(CultureInfo.InvariantCulture, $"\n**{(group.Length == 0 ? "Clock, reset and interrupt" : group)}**\n\n| port | direction | bits | |\n|---|---|---|---|\n");
            }

            text.Append(CultureInfo.InvariantCulture, $"| `{port.Name}` | {(port.IsOutput ? "out" : "in")} | {port.Width} | {port.Comment} |\n");
        }

        return text.Append('\n').ToString();
    }

    private static string Errors()
    {
        var text = new StringBuilder("\n| code | name | |\n|---|---|---|\n");
        foreach (ErrorCode code in ErrorCodes.All) text.Append(CultureInfo.InvariantCulture, $"| {(int)code} | `{ErrorCodes.HardwareName(code)}` | {ErrorCodes.Sentence(code)} |\n");
        return text.Append('\n').ToString();
    }
}
