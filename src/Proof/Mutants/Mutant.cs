using System.Globalization;
using System.Text.RegularExpressions;

namespace XrNpe.Proof;

/// <summary>One change of the netlist, as yosys's <c>mutate</c> made it.</summary>
/// <param name="Index">The value of the select input that switches it on, from 1.</param>
/// <param name="Mode">What happens to a bit: <c>inv</c>, <c>const0</c>, <c>const1</c>, or <c>cnot0</c>, <c>cnot1</c>: inverted while another bit is 0 or 1.</param>
/// <param name="Place">The bit: cell and port.</param>
/// <param name="Source">The line of Verilog that the cell comes from.</param>
public sealed partial record Mutant(int Index, string Mode, string Place, string Source)
{
    /// <summary>Reads a line of <c>mutate -list</c>.</summary>
    public static Mutant Parse(string line)
    {
        Match match = Line().Match(line);
        if (!match.Success) throw new ProofException($"yosys lists a mutant that is not understood: {line}");
        string cell = match.Groups["cell"].Value;
        string wire = match.Groups["wire"].Success ? $"{match.Groups["wire"].Value}[{match.Groups["wirebit"].Value}]" : cell;

        // The name of a cell out of an expression says where that is; the first source may be the line of an instance around it.
        Match place = SourceInCell().Match(cell);
        return new Mutant(
            int.Parse(match.Groups["index"].Value, CultureInfo.InvariantCulture),
            match.Groups["mode"].Value,
            $"{wire.Replace("\\", "", StringComparison.Ordinal)}, port {match.Groups["port"].Value.TrimStart('\\')}[{match.Groups["bit"].Value}]",
            place.Success ? place.Value : match.Groups["src"].Value);
    }

    [GeneratedRegex(@"xrnpe_\w+\.v:\d+")]
    private static partial Regex SourceInCell();

    [GeneratedRegex(@"-ctrl \S+ \d+ (?<index>\d+) -mode (?<mode>\w+) .*-cell (?<cell>\S+) -port (?<port>\S+) -portbit (?<bit>\d+)(.* -wire (?<wire>\S+) -wirebit (?<wirebit>\d+))?(.*? -src (?<src>[^\s:]+:\d+))?")]
    private static partial Regex Line();
}

/// <summary>What became of a mutant.</summary>
public enum Fate
{
    /// <summary>A test fails on it.</summary>
    Caught,

    /// <summary>No test fails, and none can: SAT shows that every register and every output gets the same value in every state.</summary>
    Equivalent,

    /// <summary>No test fails.</summary>
    Survived,
}

/// <summary>A mutant and its fate.</summary>
/// <param name="Mutant">The mutant.</param>
/// <param name="Fate">What became of it.</param>
/// <param name="Message">What the test said.</param>
public sealed record MutantResult(Mutant Mutant, Fate Fate, string Message);
