using System.Globalization;
using XrNpe.Arith;

namespace XrNpe.Vio;

/// <summary>
/// The number line of a format: a tick for each value above 0 (those below 0 mirror them) on an axis of powers of two, the same for all formats, and
/// above it a histogram of the network's scaled weights.
/// </summary>
internal static class NumberLinePlot
{
    private const double Width = 1000, Side = 24, HistogramTop = 6, HistogramHeight = 84, LineTop = 112, LineHeight = 22, AxisY = 152, Height = 160;

    private const int MostNamed = 8, LabelledOctaves = 2;

    /// <summary>Ticks closer than this run together.</summary>
    private const double Apart = 0.8;

    /// <summary>Draws a format.</summary>
    /// <param name="format">The format.</param>
    /// <param name="weights">The weights; null for none.</param>
    public static Markup Svg(NumberFormat format, ScaledWeights? weights)
    {
        var drawing = new SvgDrawing(Width, Height, $"Number line of {ReportText.Name(format)}");
        for (int octave = -ScaledWeights.Octaves; octave <= ScaledWeights.Octaves; octave++)
        {
            drawing.Line(X(octave), HistogramTop, X(octave), LineTop + LineHeight, "grid");
            if (octave % LabelledOctaves == 0) drawing.Text(X(octave), AxisY, ReportText.PowerOfTwo(octave), "mid tick");
        }

        if (weights is not null) Histogram(drawing, format, weights);
        Ticks(drawing, format);
        drawing.Line(Side, LineTop + LineHeight, Width - Side, LineTop + LineHeight, "axis");
        return drawing.Finish();
    }

    /// <summary>All finite values above 0, the smallest first.</summary>
    public static IReadOnlyList<double> Values(NumberFormat format) =>
        [.. Enumerable.Range(1, (int)ScaledWeights.LargestCode(format)).Select(code => FormatConvert.ToDouble(format, (uint)code)).Order()];

    private static double X(double octave) => Side + ((Width - (2 * Side)) * (octave + ScaledWeights.Octaves) / (2.0 * ScaledWeights.Octaves));

    private static void Histogram(SvgDrawing drawing, NumberFormat format, ScaledWeights weights)
    {
        double most = Math.Max(weights.Bins.Max(), 1), wide = X(1.0 / ScaledWeights.BinsPerOctave) - X(0);
        for (int bin = 0; bin < weights.Bins.Length; bin++)
        {
            if (weights.Bins[bin] == 0) continue;
            double octave = ((double)bin / ScaledWeights.BinsPerOctave) - ScaledWeights.Octaves, high = HistogramHeight * weights.Bins[bin] / most;
            drawing.Rectangle(X(octave), HistogramTop + HistogramHeight - high, wide - 1, high, $"bar f-{ReportText.Name(format)}", $"{ReportText.Count(weights.Bins[bin])} weights");
        }

        drawing.Line(Side, HistogramTop + HistogramHeight, Width - Side, HistogramTop + HistogramHeight, "grid");
    }

    private static void Ticks(SvgDrawing drawing, NumberFormat format)
    {
        IReadOnlyList<double> values = Values(format);
        double[] places = [.. values.Select(value => X(Math.Log2(value))).Where(x => x is >= Side and <= Width - Side)];
        double from = places[0], to = from;
        foreach (double x in places.Skip(1).Append(double.PositiveInfinity))
        {
            if (x - to > Apart)
            {
                drawing.Rectangle(from - (Apart / 2), LineTop, to - from + Apart, LineHeight, $"bar f-{ReportText.Name(format)}");
                from = x;
            }

            to = x;
        }

        if (values.Count <= MostNamed)
        {
            foreach (double value in values) drawing.Text(X(Math.Log2(value)), LineTop - 6, Fraction(value), "mid tick value");
            return;
        }

        // Too many to be named: counted instead.
        foreach (IGrouping<int, double> octave in values.GroupBy(value => Math.ILogB(value)).Where(group => group.Key is >= -ScaledWeights.Octaves and < ScaledWeights.Octaves))
        {
            drawing.Text(X(octave.Key + 0.5), LineTop - 6, ReportText.Count(octave.Count()), "mid tick count");
        }
    }

    /// <summary>Values of the narrow formats are small dyadic numbers.</summary>
    private static string Fraction(double value) => value >= 1 ? value.ToString(CultureInfo.InvariantCulture) : $"1/{(1 / value).ToString(CultureInfo.InvariantCulture)}";
}
