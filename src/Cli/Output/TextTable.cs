using System.Globalization;

namespace XrNpe.Cli;

/// <summary>A table of plain text: numbers to the right, words to the left.</summary>
internal static class TextTable
{
    private const string Gap = "  ";

    /// <summary>Writes a table.</summary>
    public static void Write(TextWriter writer, IReadOnlyList<string> header, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        IReadOnlyList<string>[] all = [header, .. rows];
        int[] widths = [.. header.Select((_, column) => all.Max(row => row[column].Length))];
        bool[] numeric = [.. header.Select((_, column) => rows.Any(row => IsNumber(row[column])))];
        foreach (IReadOnlyList<string> row in all)
        {
            IEnumerable<string> cells = row.Select((cell, column) => numeric[column] ? cell.PadLeft(widths[column]) : cell.PadRight(widths[column]));
            writer.WriteLine(string.Join(Gap, cells).TrimEnd());
        }
    }

    private static bool IsNumber(string cell) => double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
}
