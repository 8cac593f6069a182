using System.Globalization;

namespace XrNpe.Proof;

/// <summary>Finds the checker's assertions among yosys's cells, which are named after file and line.</summary>
internal static class Assertions
{
    /// <summary>Parts of the names that the cell of an assertion may have.</summary>
    /// <param name="folder">Folder of the checker.</param>
    /// <param name="file">The checker.</param>
    /// <param name="block">Name of the block that holds the assertion.</param>
    public static IReadOnlyList<string> CellsOf(string folder, string file, string block)
    {
        string[] lines = File.ReadAllLines(Path.Combine(folder, file));
        int begin = Array.FindIndex(lines, text => text.TrimEnd().EndsWith($"begin : {block}", StringComparison.Ordinal));
        if (begin < 0 || !lines[begin + 1].Contains("assert (", StringComparison.Ordinal)) throw new InvalidOperationException($"{file} has no assertion {block}");

        // yosys 0.23 names it after the line before it, others after its own.
        return [Cell(file, begin + 1), Cell(file, begin + 2)];
    }

    private static string Cell(string file, int line) => string.Create(CultureInfo.InvariantCulture, $"{file}:{line}$");
}
