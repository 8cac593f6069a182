using System.Globalization;
using System.Text.RegularExpressions;

namespace XrNpe.Synth;

/// <summary>What yosys' <c>stat</c> says of one module.</summary>
internal sealed class ModuleCounts
{
    /// <summary>Cells, and instances of modules, by type.</summary>
    public Dictionary<string, int> Cells { get; } = new(StringComparer.Ordinal);

    /// <summary>Bits of its memories.</summary>
    public long MemoryBits { get; set; }
}

/// <summary>Reads yosys' <c>stat</c>.</summary>
internal static partial class CellCounts
{
    private const string Hierarchy = "design hierarchy";

    /// <summary>The modules by the name yosys gives them.</summary>
    public static Dictionary<string, ModuleCounts> Read(string text)
    {
        var modules = new Dictionary<string, ModuleCounts>(StringComparer.Ordinal);
        ModuleCounts? current = null;
        bool cells = false;
        foreach (string line in text.Split('\n'))
        {
            if (Title().Match(line) is { Success: true } title)
            {
                // The sum over the design repeats what the modules have.
                if (title.Groups[1].Value == Hierarchy) break;
                modules[title.Groups[1].Value] = current = new ModuleCounts();
                cells = false;
            }
            else if (current is not null && Total().Match(line) is { Success: true } total)
            {
                cells = total.Groups[1].Value == "cells";
                if (total.Groups[1].Value == "memory bits") current.MemoryBits = long.Parse(total.Groups[2].Value, CultureInfo.InvariantCulture);
            }
            else if (current is not null && cells && Cell().Match(line) is { Success: true } cell)
            {
                current.Cells[cell.Groups[1].Value] = int.Parse(cell.Groups[2].Value, CultureInfo.InvariantCulture);
            }
        }

        return modules;
    }

    /// <summary>How often each module is in the design.</summary>
    public static Dictionary<string, int> Instances(IReadOnlyDictionary<string, ModuleCounts> modules, string top)
    {
        var instances = new Dictionary<string, int>(StringComparer.Ordinal);
        Count(top, 1);
        return instances;

        void Count(string name, int times)
        {
            instances[name] = instances.GetValueOrDefault(name) + times;
            foreach ((string cell, int count) in modules[name].Cells)
            {
                if (modules.ContainsKey(cell)) Count(cell, times * count);
            }
        }
    }

    /// <summary>The cells of a whole design by type.</summary>
    public static Dictionary<string, int> Total(IReadOnlyDictionary<string, ModuleCounts> modules, string top)
    {
        var total = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach ((string name, int instances) in Instances(modules, top))
        {
            foreach ((string cell, int count) in modules[name].Cells)
            {
                if (!modules.ContainsKey(cell)) total[cell] = total.GetValueOrDefault(cell) + (instances * count);
            }
        }

        return total;
    }

    /// <summary>The name in the source, of a module that yosys renamed for its parameters.</summary>
    public static string SourceName(string name) => Parameterized().Match(name) is { Success: true } match ? match.Groups[1].Value : name;

    [GeneratedRegex(@"^=== (.+) ===\s*$")]
    private static partial Regex Title();

    [GeneratedRegex(@"^\s+Number of ([a-z ]+):\s+(\d+)\s*$")]
    private static partial Regex Total();

    [GeneratedRegex(@"^\s+(\S+)\s+(\d+)\s*$")]
    private static partial Regex Cell();

    [GeneratedRegex(@"^\$paramod(?:\$[0-9a-f]+)?\\([^\\]+)")]
    private static partial Regex Parameterized();
}
