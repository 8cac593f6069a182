using System.Globalization;
using System.Text;

namespace XrNpe.Cosim;

/// <summary>One line of a timing diagram.</summary>
/// <param name="Pin">The pin.</param>
/// <param name="IsBus">Drawn as values, not as levels.</param>
/// <param name="Valid">A pin that says when the values count; null for always.</param>
internal sealed record Trace(string Pin, bool IsBus = false, string? Valid = null);

/// <summary>
/// Draws cycles of a <see cref="PinLog"/> as an SVG in WaveDrom's style. A clock's rising edge is where a cell begins; a handshake is what the edge
/// at a cell's end sees.
/// </summary>
internal static class TimingDiagram
{
    private const int Left = 140;
    private const int Cell = 44;
    private const int Row = 26;
    private const int Level = 16;
    private const int Slope = 4;
    private const int Top = 8;
    private const int LetterWidth = 7;

    private const string Style =
        "<style>.w{stroke:#14233b;fill:none;stroke-width:1.2}.v{stroke:#14233b;fill:#eef3fb;stroke-width:1.2}.x{stroke:#8896a8;fill:#dddddd;stroke-width:1}"
        + ".g{stroke:#c9d3e0;stroke-dasharray:2 3}.l{font-size:12px;fill:#14233b}.n{font-size:11px;fill:#14233b}.h{fill:#fbeee2}</style>";

    /// <summary>The SVG's text.</summary>
    /// <param name="title">What it shows.</param>
    /// <param name="log">The pins.</param>
    /// <param name="first">First cycle.</param>
    /// <param name="last">Last cycle.</param>
    /// <param name="traces">The lines below the clock.</param>
    public static string Svg(string title, PinLog log, int first, int last, IReadOnlyList<Trace> traces)
    {
        int cycles = last - first + 1, width = Left + (cycles * Cell) + 10, height = Top + ((traces.Count + 1) * Row) + 6;
        var svg = new StringBuilder();
        Line(svg, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" font-family=\"sans-serif\">");
        Line(svg, $"<title>{title}</title>");
        Line(svg, $"{Style}<rect width=\"{width}\" height=\"{height}\" fill=\"white\"/>");
        Handshakes(svg, log, first, last, traces);
        for (int i = 0; i <= cycles; i++) Line(svg, $"<path d=\"M{Left + (i * Cell)} {Top}V{height - 6}\" class=\"g\"/>");
        Label(svg, "clk_i", 0);
        Clock(svg, cycles);
        for (int i = 0; i < traces.Count; i++)
        {
            Label(svg, traces[i].Pin, i + 1);
            if (traces[i].IsBus) Bus(svg, log, first, last, traces[i], Top + ((i + 1) * Row));
            else Wire(svg, log[traces[i].Pin].AsSpan(first, cycles), Top + ((i + 1) * Row));
        }

        Line(svg, $"</svg>");
        return svg.ToString();
    }

    /// <summary>Colours the cells of a valid and its ready where both are 1.</summary>
    private static void Handshakes(StringBuilder svg, PinLog log, int first, int last, IReadOnlyList<Trace> traces)
    {
        for (int i = 0; i < traces.Count - 1; i++)
        {
            string pin = traces[i].Pin, other = traces[i + 1].Pin;
            bool isPair = pin.Contains("valid", StringComparison.Ordinal) && other[..^2] == pin[..^2].Replace("valid", "ready", StringComparison.Ordinal);
            if (!isPair) continue;
            for (int cycle = first; cycle <= last; cycle++)
            {
                if (!log.IsHigh(pin, cycle) || !log.IsHigh(other, cycle)) continue;
                Line(svg, $"<rect x=\"{Left + ((cycle - first) * Cell)}\" y=\"{Top + ((i + 1) * Row)}\" width=\"{Cell}\" height=\"{2 * Row}\" class=\"h\"/>");
            }
        }
    }

    private static void Clock(StringBuilder svg, int cycles)
    {
        var path = new StringBuilder();
        path.Append(CultureInfo.InvariantCulture, $"M{Left} {Top + 4 + Level}");
        for (int i = 0; i < cycles; i++) path.Append(CultureInfo.InvariantCulture, $"v-{Level}h{Cell / 2}v{Level}h{Cell / 2}");
        Line(svg, $"<path d=\"{path}\" class=\"w\"/>");
    }

    private static void Wire(StringBuilder svg, ReadOnlySpan<ulong> values, int y)
    {
        var path = new StringBuilder();
        int At(ulong value) => y + 4 + (value == 0 ? Level : 0);
        path.Append(CultureInfo.InvariantCulture, $"M{Left} {At(values[0])}");
        for (int i = 0; i < values.Length; i++)
        {
            if (i > 0 && values[i] != values[i - 1]) path.Append(CultureInfo.InvariantCulture, $"L{Left + (i * Cell) + Slope} {At(values[i])}");
            path.Append(CultureInfo.InvariantCulture, $"H{Left + ((i + 1) * Cell)}");
        }

        Line(svg, $"<path d=\"{path}\" class=\"w\"/>");
    }

    private static void Bus(StringBuilder svg, PinLog log, int first, int last, Trace trace, int y)
    {
        ulong[] values = log[trace.Pin];
        bool Counts(int cycle) => trace.Valid is null || log.IsHigh(trace.Valid, cycle);
        for (int from = first; from <= last;)
        {
            int to = from;
            while (to < last && Counts(to + 1) == Counts(from) && (!Counts(from) || values[to + 1] == values[from])) to++;
            int x = Left + ((from - first) * Cell), w = (to - from + 1) * Cell, top = y + 4, middle = top + (Level / 2), bottom = top + Level;
            Line(svg, $"<path d=\"M{x} {middle}L{x + Slope} {top}H{x + w - Slope}L{x + w} {middle}L{x + w - Slope} {bottom}H{x + Slope}Z\" class=\"{(Counts(from) ? "v" : "x")}\"/>");
            if (Counts(from)) Line(svg, $"<text x=\"{x + (w / 2)}\" y=\"{middle + 4}\" text-anchor=\"middle\" class=\"n\">{Fitting(values[from], w - (3 * Slope))}</text>");
            from = to + 1;
        }
    }

    /// <summary>A value in hexadecimal, its upper digits left out where they do not fit.</summary>
    private static string Fitting(ulong value, int width)
    {
        string text = value.ToString("x", CultureInfo.InvariantCulture);
        int most = width / LetterWidth;
        return text.Length <= most ? text : "…" + text[^(most - 1)..];
    }

    private static void Label(StringBuilder svg, string text, int row) =>
        Line(svg, $"<text x=\"{Left - 8}\" y=\"{Top + (row * Row) + 17}\" text-anchor=\"end\" class=\"l\">{text}</text>");

    private static void Line(StringBuilder svg, FormattableString text) => svg.Append(text.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
