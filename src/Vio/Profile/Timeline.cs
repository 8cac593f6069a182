using System.Globalization;
using System.Text;
using XrNpe.Coproc;

namespace XrNpe.Vio;

/// <summary>What the cycles of a job were spent on, over time, as a picture.</summary>
public sealed class Timeline
{
    private const int MostColumns = 1000;
    private const int Width = 1000;
    private const int Height = 180;
    private const int Left = 10;
    private const int Top = 46;

    private static readonly (CycleKind Kind, string Colour, string Text)[] Kinds =
    [
        (CycleKind.Compute, "#3b7d4f", "compute"),
        (CycleKind.Fill, "#7b8794", "fill"),
        (CycleKind.ReadStall, "#c8553d", "read stall"),
        (CycleKind.WriteStall, "#e3a72f", "write stall"),
        (CycleKind.Drain, "#4a6fa5", "drain"),
    ];

    private List<int[]> _columns = [];
    private long _cycles;
    private int _cyclesPerColumn = 1;

    /// <summary>Adds the next cycle.</summary>
    public void Add(CycleKind kind)
    {
        if (_cycles % _cyclesPerColumn == 0)
        {
            if (_columns.Count == MostColumns) Halve();
            if (_cycles % _cyclesPerColumn == 0) _columns.Add(new int[Kinds.Length]);
        }

        _columns[^1][(int)kind]++;
        _cycles++;
    }

    /// <summary>The picture: a column for some cycles, its colours their shares.</summary>
    public string Svg(LayerProfile layer)
    {
        var svg = new StringBuilder();
        Line($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width + (2 * Left)} {Top + Height + 40}\" font-family=\"sans-serif\" font-size=\"13\">");
        Line($"<rect width=\"100%\" height=\"100%\" fill=\"white\"/>");
        Line($"<text x=\"{Left}\" y=\"18\" font-weight=\"bold\">{layer.Layer.Name}, {layer.Layer.Shape}, {Arith.FormatInfo.Of(layer.Format)}: {_cycles} cycles, {100 * layer.Utilization:0.0} % of peak</text>");
        int x = Left;
        foreach ((CycleKind kind, string colour, string text) in Kinds)
        {
            long cycles = _columns.Sum(column => (long)column[(int)kind]);
            Line($"<rect x=\"{x}\" y=\"26\" width=\"11\" height=\"11\" fill=\"{colour}\"/><text x=\"{x + 16}\" y=\"36\">{text} {100.0 * cycles / _cycles:0.0} %</text>");
            x += 150;
        }

        double wide = Width / ((double)_cycles / _cyclesPerColumn);
        for (int i = 0; i < _columns.Count; i++) Column(i, wide);
        Line($"<text x=\"{Left}\" y=\"{Top + Height + 18}\">0</text>");
        Line($"<text x=\"{Left + Width}\" y=\"{Top + Height + 18}\" text-anchor=\"end\">{_cycles} cycles; a column is {_cyclesPerColumn}</text>");
        Line($"</svg>");
        return svg.ToString();

        void Column(int index, double wide)
        {
            int[] column = _columns[index];
            double all = column.Sum(), y = Top + Height;
            double right = Math.Min((index + 1) * wide, Width);
            foreach ((CycleKind kind, string colour, _) in Kinds)
            {
                double high = Height * column[(int)kind] / all;
                if (high <= 0) continue;
                y -= high;
                Line($"<rect x=\"{Left + (index * wide):0.##}\" y=\"{y:0.##}\" width=\"{right - (index * wide):0.##}\" height=\"{high:0.##}\" fill=\"{colour}\"/>");
            }
        }

        void Line(FormattableString text) => svg.Append(text.ToString(CultureInfo.InvariantCulture)).Append('\n');
    }

    private void Halve()
    {
        _columns = [.. _columns.Chunk(2).Select(pair => pair[0].Zip(pair[1], (a, b) => a + b).ToArray())];
        _cyclesPerColumn *= 2;
    }
}
