using System.Globalization;
using System.Text.Json.Nodes;
using XrNpe.Coproc;
using XrNpe.Vio;

namespace XrNpe.Cli;

/// <summary>Runs at several precisions as text and as JSON.</summary>
internal static class VioSweepOutput
{
    /// <summary>A table, a line a precision.</summary>
    public static void Text(TextWriter writer, VioExperiment experiment, IReadOnlyList<PrecisionRun> runs, CoprocConfig config)
    {
        PairRange pairs = experiment.Pairs;
        writer.WriteLine($"{experiment.Model.Network.Name} on sequence {pairs.Sequence.Name}, frames {pairs.First} to {pairs.First + pairs.Count}; cycles and bytes of a frame pair on {config.Name}");
        writer.WriteLine();
        var rows = new List<string[]>();
        foreach ((string name, OdometryMetrics metrics) in experiment.Baselines) rows.Add([name, .. VioMetricsText.Cells(metrics), "-", "-", "-", "-"]);
        foreach (PrecisionRun run in runs)
        {
            IEnumerable<string> metrics = run.Metrics is null ? VioMetricsText.Heading.Select(_ => "-") : VioMetricsText.Cells(run.Metrics);
            rows.Add([run.Name, .. metrics, Number(run.Cost?.Cycles), Number(run.Cost?.BytesRead), Number(run.Cost?.BytesWritten), Number(run.Cost?.WeightBytes)]);
        }

        TextTable.Write(writer, ["precision", .. VioMetricsText.Heading, "cycles", "read", "written", "weights"], rows);
    }

    /// <summary>One object.</summary>
    public static string Json(VioExperiment experiment, IReadOnlyList<PrecisionRun> runs, CoprocConfig config) => new JsonObject
    {
        ["network"] = experiment.Model.Network.Name,
        ["sequence"] = experiment.Pairs.Sequence.Name,
        ["frames"] = new JsonArray(experiment.Pairs.First, experiment.Pairs.First + experiment.Pairs.Count),
        ["pairs"] = experiment.Pairs.Count,
        ["config"] = config.Name,
        ["baselines"] = new JsonArray([.. experiment.Baselines.Select(baseline => (JsonNode)new JsonObject { ["name"] = baseline.Name, ["metrics"] = VioMetricsText.Json(baseline.Metrics) })]),
        ["results"] = new JsonArray([.. runs.Select(VioRunOutput.Summary)]),
    }.ToJsonString(JsonText.Options);

    private static string Number(long? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "-";
}
