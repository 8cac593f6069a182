namespace XrNpe.Vio;

/// <summary>Paths from above: x to the right, z ahead, as the first camera sees it, one metre as long in both directions.</summary>
internal static class TrajectoryPlot
{
    private const double Width = 620, LowestHeight = 240, LargestHeight = 540;

    /// <summary>What leaves the true path's surroundings by more than this part of its size is cut off.</summary>
    private const double Surroundings = 0.6;

    private const int MostPoints = 2000;

    /// <summary>Draws the paths.</summary>
    /// <param name="series">The precisions.</param>
    /// <param name="truth">The true path; null where it is not known.</param>
    /// <param name="cut">Names of the precisions that leave the picture.</param>
    public static Markup Svg(IReadOnlyList<ReportSeries> series, IReadOnlyList<Pose>? truth, out IReadOnlyList<string> cut)
    {
        (double X, double Z)[] anchor = [.. Points(truth ?? series[0].Path)];
        double left = anchor.Min(p => p.X), right = anchor.Max(p => p.X), near = anchor.Min(p => p.Z), far = anchor.Max(p => p.Z);
        double reach = Surroundings * Math.Max(Math.Max(right - left, far - near), 0.1);
        (double X, double Z)[] all = [.. series.SelectMany(one => Points(one.Path)).Where(p => double.IsFinite(p.X) && double.IsFinite(p.Z)).Concat(anchor)];
        var x = Span.Of(Math.Max(left - reach, all.Min(p => p.X)), Math.Min(right + reach, all.Max(p => p.X)));
        var z = Span.Of(Math.Max(near - reach, all.Min(p => p.Z)), Math.Min(far + reach, all.Max(p => p.Z)));
        cut = [.. series.Where(one => !Points(one.Path).All(p => x.Holds(p.X) && z.Holds(p.Z))).Select(one => one.Name)];

        // One of the two is widened so that the picture has a handy shape.
        double inner = PlotFrame.Inner(Width), height = Math.Clamp(inner * z.Length / x.Length, LowestHeight, LargestHeight);
        double metre = Math.Min(inner / x.Length, height / z.Length);
        (x, z) = (x.Widened(inner / metre), z.Widened(height / metre));

        var frame = new PlotFrame(
            Width, PlotFrame.Outer(height), new PlotAxis(x.Low, x.High, false, "x, to the right, m"), new PlotAxis(z.Low, z.High, false, "z, ahead, m"), "Trajectories from above");
        if (truth is not null) frame.Drawing.Path(Thinned(truth).Select(p => frame.At(p.X, p.Z)), "truth", "ground truth");
        foreach (ReportSeries one in series)
        {
            frame.Drawing.Path(Thinned(one.Path).Select(p => frame.At(p.X, p.Z)), $"line {one.Style}", one.Name);
            (double endX, double endZ) = Points([one.Path[^1]]).First();
            if (x.Holds(endX) && z.Holds(endZ)) frame.Drawing.Circle(frame.X(endX), frame.Y(endZ), 3.5, $"dot {one.Style}", $"{one.Name}, end");
        }

        frame.Drawing.Circle(frame.X(0), frame.Y(0), 4.5, "start", "start");
        return frame.Finish();
    }

    private static IEnumerable<(double X, double Z)> Points(IEnumerable<Pose> path) => path.Select(pose => (pose.Translation.X, pose.Translation.Z));

    private static IEnumerable<(double X, double Z)> Thinned(IReadOnlyList<Pose> path)
    {
        int step = (path.Count / MostPoints) + 1;
        return Points(path.Where((_, i) => i % step == 0 || i == path.Count - 1));
    }

    private readonly record struct Span(double Low, double High)
    {
        public double Length => High - Low;

        public static Span Of(double low, double high)
        {
            double room = Math.Max(0.05 * (high - low), 0.05);
            return new Span(low - room, high + room);
        }

        public bool Holds(double value) => value >= Low && value <= High;

        public Span Widened(double length) => new(Low - ((length - Length) / 2), High + ((length - Length) / 2));
    }
}
