namespace XrNpe.Vio;

/// <summary>How far each precision has drifted off the true path, frame by frame.</summary>
internal static class DriftPlot
{
    private const double Width = 440, Height = 275;
    private const int MostPoints = 1000;

    /// <summary>Distance between true and predicted position.</summary>
    public static Markup Position(IReadOnlyList<ReportSeries> series, IReadOnlyList<Pose> truth, int firstFrame) =>
        Svg(series, truth, firstFrame, "position error, m", (path, i) => (path[i].Translation - truth[i].Translation).Length);

    /// <summary>Angle between true and predicted attitude.</summary>
    public static Markup Attitude(IReadOnlyList<ReportSeries> series, IReadOnlyList<Pose> truth, int firstFrame) =>
        Svg(series, truth, firstFrame, "attitude error, °", (path, i) => double.RadiansToDegrees(truth[i].MotionTo(path[i]).Rotation.Angle()));

    private static Markup Svg(IReadOnlyList<ReportSeries> series, IReadOnlyList<Pose> truth, int firstFrame, string title, Func<IReadOnlyList<Pose>, int, double> error)
    {
        int step = (truth.Count / MostPoints) + 1;
        int[] frames = [.. Enumerable.Range(1, truth.Count - 1).Where(i => i % step == 0 || i == truth.Count - 1)];
        double[][] errors = [.. series.Select(one => frames.Select(i => error(one.Path, i)).ToArray())];

        // The very first frames of a path are as good as true, and would leave little room for the rest.
        double largest = errors.SelectMany(values => values).Where(double.IsFinite).DefaultIfEmpty(1).Max();
        const double Decades = 1e-4;
        var y = PlotAxis.Log(title, errors.SelectMany(values => values).Where(value => value > largest * Decades));
        var frame = new PlotFrame(Width, Height, new PlotAxis(firstFrame, firstFrame + truth.Count - 1, false, "frame", IsWhole: true), y, $"{title} over frames");
        foreach (ReportSeries one in series)
        {
            frame.Drawing.Path(frames.Select((i, at) => frame.At(firstFrame + i, errors[one.Index][at])), $"line {one.Style}", one.Name);
        }

        return frame.Finish();
    }
}
