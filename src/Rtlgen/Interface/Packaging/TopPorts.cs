using System.Globalization;
using System.Text.RegularExpressions;
using XrNpe.Coproc;

namespace XrNpe.Rtlgen;

/// <summary>
/// The ports of <c>xrnpe_coproc</c>, read from the Verilog that its template gives: packaging, bench and documents have whatever ports it has.
/// </summary>
public static partial class TopPorts
{
    /// <summary>Prefixes of the ports of a bus.</summary>
    public static IReadOnlyList<string> Buses { get; } = ["s_axil", "m_axi"];

    /// <summary>The ports, in the order of the module.</summary>
    /// <exception cref="ConfigException">The configuration cannot be built.</exception>
    public static IReadOnlyList<TopPort> Of(CoprocConfig config)
    {
        ConfigValidator.Validate(config);
        string top = Generator.Top(Unit.Coproc);
        return Read(Renderer.Module(Modules.Of(Unit.Coproc, config).Single(model => model.Name == top), config, Unit.Coproc).Text);
    }

    /// <summary>The ports of a generated module.</summary>
    public static IReadOnlyList<TopPort> Read(string verilog)
    {
        var ports = new List<TopPort>();
        string group = "";
        foreach (string line in verilog.Split('\n').SkipWhile(line => !line.StartsWith("module ", StringComparison.Ordinal)).TakeWhile(line => !line.StartsWith(");", StringComparison.Ordinal)))
        {
            if (GroupLine().Match(line) is { Success: true } heading) group = heading.Groups[1].Value;
            Match match = PortLine().Match(line);
            if (!match.Success) continue;
            int width = match.Groups["msb"].Success ? int.Parse(match.Groups["msb"].Value, CultureInfo.InvariantCulture) + 1 : 1;
            ports.Add(new TopPort(match.Groups["name"].Value, width, match.Groups["direction"].Value == "output", match.Groups["comment"].Value, group));
        }

        return ports;
    }

    [GeneratedRegex(@"^  (?<direction>input|output) +(wire|reg) +(\[(?<msb>\d+):0\] +)?(?<name>\w+),? *(// *(?<comment>.*))?$")]
    private static partial Regex PortLine();

    [GeneratedRegex(@"^  // (.*)$")]
    private static partial Regex GroupLine();
}
