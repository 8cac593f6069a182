using System.Globalization;
using System.Text;
using XrNpe.Coproc;

namespace XrNpe.Vio;

/// <summary>
/// Layers under their roof, as a picture on logarithmic axes: what the array could do, what the bus could do, and what was measured, in
/// multiply-accumulates per cycle over multiply-accumulates per byte.
/// </summary>
public static class Roofline
{
    private const int BitsPerByte = 8;
    private const int Width = 620, Height = 400;
    private const int Left = 60, Top = 96, Legend = 330, Bottom = 56;
    private const int LabelWidth = 22;
    private const string Array = "#3b7d4f", Bus = "#c8553d", Grid = "#dde2e7", Faint = "#7b8794";

    /// <summary>The picture.</summary>
    /// <param name="config">The co-processor.</param>
    /// <param name="layers">The layers, all of one format.</param>
    public static string Svg(CoprocConfig config, IReadOnlyList<LayerProfile> layers)
    {
        int busBytes = config.DataWidth / BitsPerByte;
        double peak = layers[0].PeakMacs;
        Point[] points = [.. layers.Select((layer, i) => Point.Of(layer, i + 1, busBytes))];
        var x = new Axis(points.Min(p => p.Intensity), Math.Max(points.Max(p => p.Intensity), 2 * peak / busBytes), Left, Width);
        var y = new Axis(points.Min(p => p.Measured), peak, Top + Height, -Height);

        var svg = new StringBuilder();
        Line($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Left + Width + Legend} {Top + Height + Bottom}\" font-family=\"sans-serif\" font-size=\"12\">");
        Line($"<rect width=\"100%\" height=\"100%\" fill=\"white\"/>");
        Line($"<text x=\"{Left}\" y=\"20\" font-size=\"14\" font-weight=\"bold\">{config.Name}, {Arith.FormatInfo.Of(layers[0].Format)}: {peak} MACs per cycle at most, {busBytes} bytes per cycle in each direction</text>");
        foreach (double tick in x.Ticks)
        {
            Line($"<path d=\"M{x.At(tick):0.#} {Top}v{Height}\" stroke=\"{Grid}\"/><text x=\"{x.At(tick):0.#}\" y=\"{Top + Height + 16}\" text-anchor=\"middle\">{tick}</text>");
        }

        foreach (double tick in y.Ticks)
        {
            Line($"<path d=\"M{Left} {y.At(tick):0.#}h{Width}\" stroke=\"{Grid}\"/><text x=\"{Left - 6}\" y=\"{y.At(tick) + 4:0.#}\" text-anchor=\"end\">{tick}</text>");
        }

        Line($"<text x=\"{Left + (Width / 2)}\" y=\"{Top + Height + 38}\" text-anchor=\"middle\">MACs per byte of the busier direction, everything moved once</text>");
        Line($"<text transform=\"translate(16 {Top + (Height / 2)}) rotate(-90)\" text-anchor=\"middle\">MACs per cycle</text>");

        // The roof: the bus up to the ridge, then the array. It may begin left of the picture.
        double ridge = peak / busBytes, first = Math.Max(x.Least, y.Least / busBytes);
        Line($"<path d=\"M{x.At(first):0.#} {y.At(first * busBytes):0.#}L{x.At(ridge):0.#} {y.At(peak):0.#}\" stroke=\"{Bus}\" stroke-width=\"2\"/>");
        Line($"<path d=\"M{x.At(ridge):0.#} {y.At(peak):0.#}H{Left + Width}\" stroke=\"{Array}\" stroke-width=\"2\"/>");

        double label = Left;
        foreach (Point point in points.OrderBy(p => p.Intensity).ThenBy(p => p.Number)) Leader(point);
        foreach (Point point in points) Marks(point);
        Explanation();
        Line($"</svg>");
        return svg.ToString();

        // From its number above the picture down to its marks: layers of one kind stand close together, their numbers must not.
        void Leader(Point point)
        {
            double at = x.At(point.Intensity);
            label = Math.Max(label + LabelWidth, at - (points.Count(p => p.Intensity > point.Intensity * 0.9 && p.Intensity < point.Intensity * 1.1) - 1) * LabelWidth / 2.0);
            Line($"<text x=\"{label:0.#}\" y=\"{Top - 32}\" text-anchor=\"middle\">{point.Number}</text>");
            Line($"<path d=\"M{label:0.#} {Top - 28}L{at:0.#} {Top - 8}V{y.At(point.Measured):0.#}\" stroke=\"{Faint}\" stroke-width=\"0.6\" fill=\"none\"/>");
        }

        void Marks(Point point)
        {
            double at = x.At(point.Intensity);
            Line($"<path d=\"M{at - 7:0.#} {y.At(point.ByMacs):0.#}h14\" stroke=\"{Array}\" stroke-width=\"2.5\"/>");
            if (point.ByBytes <= y.Most) Line($"<path d=\"M{at:0.#} {y.At(point.ByBytes) - 5:0.#}l5 5l-5 5l-5 -5z\" stroke=\"{Bus}\" fill=\"white\" stroke-width=\"1.5\"/>");
            Line($"<circle cx=\"{at:0.#}\" cy=\"{y.At(point.Measured):0.#}\" r=\"3.6\" fill=\"{Colour(point)}\" stroke=\"white\"/>");
        }

        void Explanation()
        {
            const int Row = 19;
            double left = Left + Width + 24, row = Top - 28;
            Line($"<path d=\"M{left - 7:0.#} {row - 4}h14\" stroke=\"{Array}\" stroke-width=\"2.5\"/><text x=\"{left + 14}\" y=\"{row}\">bound by MACs, in whole tiles and words</text>");
            Line($"<path d=\"M{left:0.#} {row + Row - 9}l5 5l-5 5l-5 -5z\" stroke=\"{Bus}\" fill=\"white\" stroke-width=\"1.5\"/><text x=\"{left + 14}\" y=\"{row + Row}\">bound by bytes</text>");
            Line($"<circle cx=\"{left}\" cy=\"{row + (2 * Row) - 4}\" r=\"3.6\" fill=\"{Array}\"/><text x=\"{left + 14}\" y=\"{row + (2 * Row)}\">measured, where MACs bind</text>");
            Line($"<circle cx=\"{left}\" cy=\"{row + (3 * Row) - 4}\" r=\"3.6\" fill=\"{Bus}\"/><text x=\"{left + 14}\" y=\"{row + (3 * Row)}\">measured, where bytes bind</text>");
            row += 5.2 * Row;
            Line($"<text x=\"{left + 284}\" y=\"{row - Row}\" text-anchor=\"end\" fill=\"{Faint}\">of the lower bound</text>");
            foreach (Point point in points)
            {
                Line($"<text x=\"{left + 8}\" y=\"{row:0.#}\" text-anchor=\"end\">{point.Number}</text><text x=\"{left + 14}\" y=\"{row:0.#}\" fill=\"{Colour(point)}\">{point.Name}</text>");
                Line($"<text x=\"{left + 284}\" y=\"{row:0.#}\" text-anchor=\"end\">{100 * point.Measured / Math.Min(point.ByMacs, point.ByBytes):0.0} %</text>");
                row += Row;
            }
        }

        static string Colour(Point point) => point.ByMacs <= point.ByBytes ? Array : Bus;

        void Line(FormattableString text) => svg.Append(text.ToString(CultureInfo.InvariantCulture)).Append('\n');
    }

    /// <summary>A layer's place: all but the first two in MACs per cycle.</summary>
    private readonly record struct Point(int Number, string Name, double Intensity, double ByMacs, double ByBytes, double Measured)
    {
        public static Point Of(LayerProfile layer, int number, int busBytes)
        {
            double macs = layer.Layer.Shape.Macs;
            return new Point(
                number,
                layer.Layer.Name,
                macs / (layer.BoundByBytes * busBytes),
                macs / layer.BoundByMacs,
                macs / layer.BoundByBytes,
                macs / layer.Counters.Cycles);
        }
    }

    /// <summary>A logarithmic axis over whole powers of two.</summary>
    private sealed class Axis(double least, double most, double origin, double length)
    {
        private readonly int _low = (int)Math.Floor(Math.Log2(least) - 0.2);
        private readonly int _high = (int)Math.Ceiling(Math.Log2(most) + 0.2);

        public double Least => Math.Pow(2, _low);

        public double Most => Math.Pow(2, _high);

        public IEnumerable<double> Ticks => Enumerable.Range(_low, _high - _low + 1).Select(power => Math.Pow(2, power));

        public double At(double value) => origin + (length * (Math.Log2(value) - _low) / (_high - _low));
    }
}
