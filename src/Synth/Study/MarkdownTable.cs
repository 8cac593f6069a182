using System.Globalization;
using System.Text;

namespace XrNpe.Synth;

/// <summary>A table in Markdown: the first column words, the others numbers.</summary>
internal sealed class MarkdownTable
{
    private readonly StringBuilder _text = new();
    private readonly int _columns;

    /// <summary>Starts a table.</summary>
    public MarkdownTable(params IReadOnlyList<string> header)
    {
        _columns = header.Count;
        Row(header);
        _text.Append("|---|").Insert(_text.Length, "---:|", _columns - 1).Append('\n');
    }

    /// <summary>Adds a row.</summary>
    public void Row(params IReadOnlyList<string> cells)
    {
        if (cells.Count != _columns) throw new ArgumentException($"{cells.Count} cells in a table of {_columns} columns", nameof(cells));
        _text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
    }

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();
}

/// <summary>Figures as the tables write them.</summary>
internal static class Text
{
    private const string None = "–";

    /// <summary>Gate equivalents of a circuit.</summary>
    public static string Gates(CellFigures figures) => Gates(figures.GateEquivalents);

    /// <summary>Gate equivalents.</summary>
    public static string Gates(double gates) => gates.ToString("0", CultureInfo.InvariantCulture);

    /// <summary>The critical path.</summary>
    public static string Delay(CellFigures figures) => Delay(figures.Timing?.Critical);

    /// <summary>A path.</summary>
    public static string Delay(TimingPath? path) => path?.Nanoseconds.ToString("0.00", CultureInfo.InvariantCulture) ?? None;

    /// <summary>LUTs and flip-flops.</summary>
    public static string Fpga(FpgaFigures figures) => string.Create(CultureInfo.InvariantCulture, $"{figures.Luts} / {figures.FlipFlops}");

    /// <summary>How much more the first is than the second.</summary>
    public static string Percent(CellFigures figures, CellFigures than) => string.Create(CultureInfo.InvariantCulture, $"{100 * ((figures.Area / than.Area) - 1):0.0} %");

    /// <summary>A share.</summary>
    public static string Part(double part) => string.Create(CultureInfo.InvariantCulture, $"{100 * part:0.0} %");

    /// <summary>A ratio.</summary>
    public static string Ratio(double ratio) => ratio.ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>A whole number.</summary>
    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
