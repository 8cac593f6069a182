using System.Globalization;
using ScottPlot;
using XrNpe.Vio;

namespace XrNpe.Cli;

/// <summary>Assignments by what they cost and lose, as a picture.</summary>
internal static class ParetoPlot
{
    private const int Width = 760, Height = 440;

    /// <summary>The front: expected points, tried ones, and the one that was chosen.</summary>
    public static string Svg(PrecisionSearchResult result)
    {
        using var plot = new Plot();
        AssignmentPoint[] worth = [.. ParetoSearch.ByCycles(result.Front).Where(point => point.Error > 0)];
        var expected = plot.Add.Scatter(worth.Select(point => point.Cycles / 1e3).ToArray(), worth.Select(point => Log(point.Error)).ToArray());
        expected.MarkerSize = 0;
        expected.LegendText = "expected";
        var tried = plot.Add.ScatterPoints(result.Tried.Select(one => one.Cost.Cycles / 1e3).ToArray(), result.Tried.Select(one => Log(one.Error)).ToArray());
        tried.MarkerSize = 9;
        tried.LegendText = "tried";
        var chosen = plot.Add.Marker(result.Chosen.Cost.Cycles / 1e3, Log(result.Chosen.Error), MarkerShape.OpenCircle, 18);
        chosen.LineWidth = 2;
        chosen.LegendText = "chosen";
        plot.Axes.Left.TickGenerator = new ScottPlot.TickGenerators.NumericAutomatic
        {
            LabelFormatter = value => "1e" + value.ToString("0.#", CultureInfo.InvariantCulture),
        };
        plot.XLabel("thousand cycles of a frame pair");
        plot.YLabel("error of the pose, relative, squared");
        plot.ShowLegend(ScottPlot.Alignment.UpperRight);
        return plot.GetSvgXml(Width, Height);
    }

    private static double Log(double error) => Math.Log10(Math.Max(error, 1e-12));
}
