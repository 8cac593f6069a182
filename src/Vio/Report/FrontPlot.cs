namespace XrNpe.Vio;

/// <summary>The Pareto front of a search: what was expected, what was tried, what was chosen, and the budget.</summary>
internal static class FrontPlot
{
    private const double Width = 480, Height = 340, Least = 1e-12;

    /// <summary>Error against cycles.</summary>
    /// <param name="search">The search.</param>
    /// <param name="budget">Most cycles; null for any.</param>
    public static Markup Cycles(PrecisionSearchResult search, long? budget) =>
        Svg(search, "cycles", budget, point => point.Cycles, cost => cost.Cycles);

    /// <summary>Error against bytes.</summary>
    /// <param name="search">The search.</param>
    /// <param name="budget">Most bytes; null for any.</param>
    public static Markup Bytes(PrecisionSearchResult search, long? budget) =>
        Svg(search, "bytes", budget, point => point.Bytes, cost => cost.Bytes);

    private static Markup Svg(PrecisionSearchResult search, string unit, long? budget, Func<AssignmentPoint, long> expected, Func<NetworkCost, long> measured)
    {
        (double Cost, double Error)[] worth =
            [.. ParetoSearch.ByCost(search.Front.Where(point => point.Error > Least), expected).Select(point => ((double)expected(point), point.Error))];
        double[] costs = [.. worth.Select(point => point.Cost), .. search.Tried.Select(tried => (double)measured(tried.Cost))];
        double[] errors = [.. worth.Select(point => point.Error), .. search.Tried.Select(tried => Math.Max(tried.Error, Least))];
        var frame = new PlotFrame(
            Width, Height, PlotAxis.Linear($"{unit} of a frame pair", costs), PlotAxis.Log("error of the poses, relative, squared", errors, 2), $"Pareto front of error and {unit}");
        if (budget is { } most && most < costs.Max())
        {
            frame.Drawing.Path([(frame.X(most), PlotFrame.TopEdge), (frame.X(most), frame.BottomEdge)], "dashed baseline", $"budget: {ReportText.Count(most)} {unit}");
            frame.Drawing.Text(frame.X(most) + 6, PlotFrame.TopEdge + 14, "budget", "baseline name");
        }

        frame.Drawing.Path(Steps(worth).Select(point => frame.At(point.X, point.Y)), "front", "expected, as a sum over layers");
        foreach (TriedAssignment tried in search.Tried.OrderBy(tried => IsChosen(search, tried)))
        {
            string tip = $"{tried.Assignment.Name}: error {ReportText.Power(tried.Error)}, {ReportText.Count(measured(tried.Cost))} {unit}";
            (double x, double y) = frame.At(measured(tried.Cost), Math.Max(tried.Error, Least));
            frame.Drawing.Circle(x, y, IsChosen(search, tried) ? 6 : 4, IsChosen(search, tried) ? "dot is-chosen" : "dot is-tried", tip);
        }

        return frame.Finish();
    }

    private static bool IsChosen(PrecisionSearchResult search, TriedAssignment tried) => tried.Assignment.Name == search.Chosen.Assignment.Name;

    /// <summary>Between two points the better is not to be had yet: a staircase.</summary>
    private static IEnumerable<(double X, double Y)> Steps((double Cost, double Error)[] worth)
    {
        for (int i = 0; i < worth.Length; i++)
        {
            if (i > 0) yield return (worth[i].Cost, worth[i - 1].Error);
            yield return worth[i];
        }
    }
}
