using Scriban.Runtime;
using XrNpe.Arith;

namespace XrNpe.Vio;

/// <summary>The head of a report: what ran on what, the key figures, and a paragraph that says what they mean.</summary>
internal static class SummaryModel
{
    /// <summary>The model.</summary>
    public static ScriptObject Of(VioReportData data)
    {
        PairRange pairs = data.Experiment.Pairs;
        string network = NetworkName(data);
        return new ScriptObject
        {
            ["network"] = network,
            ["sequence"] = pairs.Sequence.Name,
            ["frames"] = $"frames {ReportText.Count(pairs.First)} to {ReportText.Count(pairs.First + pairs.Count)}",
            ["paragraph"] = string.Join(" ", Sentences(data, network)),
            ["tiles"] = new ScriptArray(Tiles(data).Select(tile => new ScriptObject { ["label"] = tile.Label, ["value"] = tile.Value, ["detail"] = tile.Detail })),
        };
    }

    /// <summary>A network out of a file is called by the file's name, without its folder.</summary>
    public static string NetworkName(VioReportData data) => Path.GetFileName(data.Experiment.Model.Network.Name);

    private static IEnumerable<string> Sentences(VioReportData data, string network)
    {
        PairRange pairs = data.Experiment.Pairs;
        string path = data.Experiment.Truth is { } truth ? $", a path of {ReportText.Three(truth.Sum(pose => pose.Translation.Length))}\u202fm" : "";
        yield return $"{network} on {ReportText.Count(pairs.Count, "frame pair")} of sequence {pairs.Sequence.Name}{path}, in {ReportText.Count(data.Runs.Count, "precision")}.";
        PrecisionRun? reference = data.Runs.FirstOrDefault(run => run.Assignment is null);
        if (reference?.Metrics is { } best) yield return $"In double, {Errors(best)} a frame pair.";
        if (Highlight(data) is { Cost: { } cost } run)
        {
            string who = data.Search is null ? $"The fastest precision, {run.Name}," : "The mix of formats that the search chose";
            string share = Widest(data) is { } widest && run.Name != ReportText.Name(NumberFormat.P16)
                ? $", {ReportText.Share((double)cost.Cycles / widest.Cycles)} and {ReportText.Share((double)cost.Bytes / widest.Bytes)} of what p16 takes"
                : "";
            string errors = run.Metrics is { } metrics ? $"; {Errors(metrics)}" : "";
            yield return $"{who} takes {ReportText.Short(cost.Cycles)} cycles and moves {ReportText.Short(cost.Bytes)} bytes a frame pair{share}{errors}.";
        }

        // One motion is its own mean.
        if (pairs.Count > 1 && data.Experiment.Baselines is [.., var constant])
        {
            ILookup<bool, string> beats = data.Runs.ToLookup(one => one.Metrics is { } m && m.TRmse < constant.Metrics.TRmse && m.RRmse < constant.Metrics.RRmse, one => one.Name);
            string what = $"{constant.Name}, the mean of the true motions, in both translation and rotation";
            if (!beats[true].Any()) yield return $"On this stretch no precision beats {what}.";
            else if (!beats[false].Any()) yield return $"All precisions beat {what}.";
            else yield return $"{ReportText.And([.. beats[true]])} beat{(beats[true].Skip(1).Any() ? "" : "s")} {what}; {ReportText.And([.. beats[false]])} {(beats[false].Skip(1).Any() ? "do" : "does")} not.";
        }
    }

    private static IEnumerable<(string Label, string Value, string Detail)> Tiles(VioReportData data)
    {
        long macs = data.Experiment.Lowered.Layers.Sum(layer => layer.Macs);
        yield return ("MACs of a frame pair", ReportText.Short(macs), $"{ReportText.Short(data.Experiment.Model.Network.Parameters)} parameters, {data.Experiment.Lowered.Layers.Count} layers on the engine");
        yield return ("Co-processor", $"{data.Config.Rows}\u202f×\u202f{data.Config.Cols}", "MACs a cycle: " + string.Join(", ", data.Config.Formats.OrderByDescending(format => FormatInfo.Of(format).Bits).Select(format => $"{ReportText.Name(format)} {data.Config.PeakMacs(format)}")));
        if (data.Runs.FirstOrDefault(run => run.Assignment is null)?.Metrics is { } best) yield return ("Error in double", $"{ReportText.Three(best.TRmse)}\u202fm", $"and {ReportText.Three(best.RRmse)}° a frame pair, RMSE");
        if (Highlight(data) is not { Cost: { } cost } run) yield break;
        if (run.Metrics is { } metrics) yield return ($"Error, {run.Name}", $"{ReportText.Three(metrics.TRmse)}\u202fm", $"and {ReportText.Three(metrics.RRmse)}° a frame pair, RMSE");
        if (Widest(data) is { } widest && run.Name != ReportText.Name(NumberFormat.P16))
        {
            yield return ($"Cycles, {run.Name}", ReportText.Share((double)cost.Cycles / widest.Cycles), $"of p16: {ReportText.Short(cost.Cycles)} instead of {ReportText.Short(widest.Cycles)}");
            yield return ($"Bytes moved, {run.Name}", ReportText.Share((double)cost.Bytes / widest.Bytes), $"of p16: {ReportText.Short(cost.Bytes)} instead of {ReportText.Short(widest.Bytes)}");
        }
        else
        {
            yield return ($"Cycles, {run.Name}", ReportText.Short(cost.Cycles), $"a frame pair; {ReportText.Short(cost.Bytes)} bytes moved");
        }
    }

    private static string Errors(OdometryMetrics metrics) => $"the error is {ReportText.Three(metrics.TRmse)}\u202fm and {ReportText.Three(metrics.RRmse)}°";

    /// <summary>The run that the head speaks of: what the search chose, else the fastest.</summary>
    private static PrecisionRun? Highlight(VioReportData data) => data.Search is not null
        ? data.Runs[^1]
        : data.Runs.Where(run => run.Cost is not null).MinBy(run => run.Cost!.Cycles);

    /// <summary>What p16 costs.</summary>
    private static NetworkCost? Widest(VioReportData data) =>
        data.Runs.FirstOrDefault(run => run.Name == ReportText.Name(NumberFormat.P16))?.Cost ?? data.Search?.Costs.GetValueOrDefault(NumberFormat.P16);
}
