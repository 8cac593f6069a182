using System.Text.RegularExpressions;

namespace XrNpe.Synth;

/// <summary>An instance of a module in a netlist.</summary>
/// <param name="Path">Names of instances from the top down, without the top.</param>
/// <param name="Module">The module.</param>
internal sealed record NetlistInstance(IReadOnlyList<string> Path, string Module);

/// <summary>Finds the modules of a netlist that yosys wrote.</summary>
internal static partial class NetlistHierarchy
{
    /// <summary>All instances below <paramref name="top"/>, and the top itself with an empty path; whoever contains comes first.</summary>
    public static IReadOnlyList<NetlistInstance> Of(string netlist, string top)
    {
        var contents = new Dictionary<string, List<(string Type, string Name)>>(StringComparer.Ordinal);
        List<(string Type, string Name)> current = [];
        foreach (string line in netlist.Split('\n'))
        {
            if (ModuleLine().Match(line) is { Success: true } module) contents[module.Groups[1].Value] = current = [];
            else if (InstanceLine().Match(line) is { Success: true } instance) current.Add((instance.Groups[1].Value, instance.Groups[2].Value));
        }

        var found = new List<NetlistInstance>();
        Add([], top);
        return found;

        void Add(IReadOnlyList<string> path, string module)
        {
            found.Add(new NetlistInstance(path, module));
            foreach ((string type, string name) in contents[module])
            {
                if (contents.ContainsKey(type)) Add([.. path, name], type);
            }
        }
    }

    [GeneratedRegex(@"^module (\S+?)\s*\(")]
    private static partial Regex ModuleLine();

    [GeneratedRegex(@"^  ([A-Za-z_]\S*) (\S+) +\($")]
    private static partial Regex InstanceLine();
}
