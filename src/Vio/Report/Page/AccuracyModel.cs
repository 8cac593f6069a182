using Scriban.Runtime;

namespace XrNpe.Vio;

/// <summary>Trajectories, drift, errors and costs, precision by precision.</summary>
internal static class AccuracyModel
{
    /// <summary>The model.</summary>
    public static ScriptObject Of(VioReportData data, IReadOnlyList<ReportSeries> series)
    {
        IReadOnlyList<RelativePose>? truth = data.Experiment.Truth;
        IReadOnlyList<Pose>? path = truth is null ? null : Trajectory.Accumulate(truth);
        int first = data.Experiment.Pairs.First;
        IReadOnlyList<(string Name, OdometryMetrics Metrics)> baselines = data.Experiment.Baselines;
        Markup trajectory = TrajectoryPlot.Svg(series, path, out IReadOnlyList<string> cut);
        bool costs = data.Runs.Any(run => run.Cost is not null);
        return new ScriptObject
        {
            ["has_truth"] = path is not null,
            ["trajectory"] = trajectory,
            ["cut"] = ReportText.And(cut),
            // Of a single pair there is no line to draw.
            ["drift"] = path is null || series[0].Run.Poses.Count < 2 ? new ScriptArray() : new ScriptArray((Markup[])[DriftPlot.Position(series, path, first), DriftPlot.Attitude(series, path, first)]),
            ["plots"] = path is null || !costs ? new ScriptArray() : new ScriptArray((Markup[])
            [
                CostErrorPlot.Svg(series, baselines, "t_rmse of a frame pair, m", metrics => metrics.TRmse),
                CostErrorPlot.Svg(series, baselines, "r_rmse of a frame pair, °", metrics => metrics.RRmse),
            ]),
            ["rows"] = new ScriptArray([.. series.SelectMany(Rows), .. baselines.Select(baseline => Row(baseline.Name, "", baseline.Metrics, null))]),
        };
    }

    private static IEnumerable<ScriptObject> Rows(ReportSeries one)
    {
        yield return Row(one.Name, one.Style, one.Run.Metrics, one.Run.Cost);
        if (one.Run.HardwareSlopeMetrics is { } slopes) yield return Row($"{one.Name}, hardware slopes", "", slopes, null);
    }

    private static ScriptObject Row(string name, string style, OdometryMetrics? metrics, NetworkCost? cost) => new()
    {
        ["name"] = name,
        ["style"] = style,
        ["cells"] = new ScriptArray((string[])
        [
            ReportText.Fixed(metrics?.TRmse, 4),
            ReportText.Fixed(metrics?.RRmse, 4),
            ReportText.Fixed(metrics?.TRel, 2),
            ReportText.Fixed(metrics?.RRel, 2),
            ReportText.Fixed(metrics?.Ate, 3),
            ReportText.Fixed(metrics?.RpeTranslation, 4),
            ReportText.Fixed(metrics?.RpeRotation, 4),
            Count(cost?.Cycles),
            Count(cost?.BytesRead),
            Count(cost?.BytesWritten),
            Count(cost?.WeightBytes),
        ]),
    };

    private static string Count(long? value) => value is { } number ? ReportText.Count(number) : ReportText.None;
}
