namespace XrNpe.Vio;

/// <summary>Error against cycles: a point for each precision, and lines for the network in double and for what knows nothing.</summary>
internal static class CostErrorPlot
{
    private const double Width = 480, Height = 340;

    /// <summary>Draws one error.</summary>
    /// <param name="series">The precisions.</param>
    /// <param name="baselines">What must be beaten.</param>
    /// <param name="title">Which error.</param>
    /// <param name="error">The error; not above 0 where it has no place.</param>
    public static Markup Svg(
        IReadOnlyList<ReportSeries> series, IReadOnlyList<(string Name, OdometryMetrics Metrics)> baselines, string title, Func<OdometryMetrics, double> error)
    {
        (ReportSeries Series, double Cycles, double Error)[] points =
            [.. series.Where(one => one.Run is { Cost: not null, Metrics: not null }).Select(one => (one, (double)one.Run.Cost!.Cycles, error(one.Run.Metrics!)))];
        (string Name, string Style, double Error)[] lines =
        [
            .. series.Where(one => one.Run is { Cost: null, Metrics: not null }).Select(one => (one.Name, one.Style, error(one.Run.Metrics!))),
            .. baselines.Select(baseline => (baseline.Name, "baseline", error(baseline.Metrics))),
        ];
        var x = PlotAxis.Log("cycles of a frame pair", points.Select(point => point.Cycles), 1.35);
        var y = PlotAxis.Log(title, points.Select(point => point.Error).Concat(lines.Select(line => line.Error)));
        var frame = new PlotFrame(Width, Height, x, y, $"{title} against cycles");
        (string Name, string Style, double At)[] levels = [.. lines.Where(line => line.Error > 0).Select(line => (line.Name, line.Style, frame.Y(line.Error)))];
        foreach ((string name, string style, double at) in levels) frame.Drawing.Path([(PlotFrame.LeftEdge, at), (frame.RightEdge, at)], $"dashed {style}", name);

        // Points first: there is more room along a line.
        var labels = new LabelPlacer(frame.Drawing, PlotFrame.LeftEdge, frame.RightEdge, PlotFrame.TopEdge, frame.BottomEdge);
        foreach ((_, _, double at) in levels) labels.AvoidLine(at);
        foreach ((ReportSeries _, double cycles, double value) in points) labels.Avoid(frame.X(cycles), frame.Y(value));
        foreach ((ReportSeries one, double cycles, double value) in points.Where(point => point.Error > 0))
        {
            string tip = $"{one.Name}: {ReportText.Three(value)}, {ReportText.Count((long)cycles)} cycles";
            frame.Drawing.Circle(frame.X(cycles), frame.Y(value), 5, $"dot {one.Style}", tip);
            labels.AtPoint(frame.X(cycles), frame.Y(value), one.Name, $"name {one.Style}");
        }

        foreach ((string name, string style, double at) in levels) labels.AtLine(at, name, $"name {style}");
        return frame.Finish();
    }
}
