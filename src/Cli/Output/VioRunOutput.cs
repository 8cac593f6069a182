using System.Globalization;
using System.Text.Json.Nodes;
using XrNpe.Arith;
using XrNpe.Coproc;
using XrNpe.Vio;

namespace XrNpe.Cli;

/// <summary>A finished run as text and as JSON.</summary>
/// <param name="Experiment">Network and frame pairs.</param>
/// <param name="Assignment">The formats; null for float.</param>
/// <param name="Network">The network in codes; null for float.</param>
/// <param name="Cost">What it costs; null for float.</param>
/// <param name="Config">The co-processor that was counted on.</param>
/// <param name="Backends">Names of the backends.</param>
/// <param name="Predictions">The file.</param>
/// <param name="Poses">What stands in it.</param>
/// <param name="HardwareSlope">Of a float run: predictions with the slope that the output units have.</param>
/// <param name="JobsCompared">Jobs that backends were compared on.</param>
internal sealed record VioRunOutput(
    VioExperiment Experiment,
    PrecisionAssignment? Assignment,
    CalibratedNetwork? Network,
    NetworkCost? Cost,
    CoprocConfig Config,
    string[] Backends,
    string Predictions,
    IReadOnlyList<RelativePose> Poses,
    IReadOnlyList<RelativePose>? HardwareSlope,
    int JobsCompared)
{
    /// <summary>The precision that is the float reference.</summary>
    public const string Float = "f32";

    private string Precision => Assignment?.Name ?? Float;

    /// <summary>Tables.</summary>
    public void Text(TextWriter writer)
    {
        PairRange pairs = Experiment.Pairs;
        writer.WriteLine($"{Experiment.Model.Network.Name} on sequence {pairs.Sequence.Name}, frames {pairs.First} to {pairs.First + pairs.Count}, {Precision}: predictions in {Predictions}");
        writer.WriteLine();
        List<(string Name, OdometryMetrics? Metrics)> rows = [(Precision, Experiment.Metrics(Poses))];
        if (HardwareSlope is not null) rows.Add(($"{Precision}, hardware's slope", Experiment.Metrics(HardwareSlope)));
        if (rows[0].Metrics is null) writer.WriteLine("the true path is not known: there are no metrics");
        else TextTable.Write(writer, ["precision", .. VioMetricsText.Heading], [.. rows.Select(row => (string[])[row.Name, .. VioMetricsText.Cells(row.Metrics!)])]);
        if (Cost is null || Network is null) return;
        writer.WriteLine();
        TextTable.Write(writer, ["layer", "M×K×N", "format", "out", "input", "weights", "SQNR dB", "cycles", "of peak %", "read", "written"], [.. Cost.Layers.Select(Row)]);
        writer.WriteLine();
        writer.WriteLine($"a frame pair on {Config.Name}: {Number(Cost.Cycles)} cycles, {Number(Cost.BytesRead)} bytes read, {Number(Cost.BytesWritten)} written; weights take {Number(Cost.WeightBytes)} bytes");
        writer.WriteLine($"on the host: {string.Join(", ", Experiment.Lowered.HostSteps.Select(step => $"{step.Node.Name} ({step.Node.Operator.Description})"))}");
        foreach ((EngineLayer layer, string value) in Network.Network.RoundedAgain) writer.WriteLine($"rounded again on the host: {value}, for {layer.Name}");
        if (JobsCompared > 0) writer.WriteLine($"{string.Join(" = ", Backends)} on all {JobsCompared} jobs, every byte");
    }

    /// <summary>One object.</summary>
    public string Json()
    {
        PairRange pairs = Experiment.Pairs;
        return new JsonObject
        {
            ["network"] = Experiment.Model.Network.Name,
            ["parameters"] = Experiment.Model.Network.Parameters,
            ["sequence"] = pairs.Sequence.Name,
            ["frames"] = new JsonArray(pairs.First, pairs.First + pairs.Count),
            ["pairs"] = pairs.Count,
            ["precision"] = Precision,
            ["backends"] = new JsonArray([.. Backends.Select(name => (JsonNode)name)]),
            ["predictions"] = Predictions,
            ["metrics"] = VioMetricsText.Json(Experiment.Metrics(Poses)),
            ["metrics_hardware_slope"] = HardwareSlope is null ? null : VioMetricsText.Json(Experiment.Metrics(HardwareSlope)),
            ["config"] = Cost is null ? null : Config.Name,
            ["macs"] = Experiment.Lowered.Layers.Sum(layer => layer.Macs),
            ["cycles"] = Cost?.Cycles,
            ["bytes_read"] = Cost?.BytesRead,
            ["bytes_written"] = Cost?.BytesWritten,
            ["weight_bytes"] = Cost?.WeightBytes,
            ["jobs_compared"] = JobsCompared,
            ["layers"] = new JsonArray([.. (Cost?.Layers ?? []).Select(LayerJson)]),
            ["host"] = new JsonArray([.. Experiment.Lowered.HostSteps.Select(step => (JsonNode)new JsonObject { ["name"] = step.Node.Name, ["operator"] = step.Node.Operator.Description })]),
            ["rounded_again"] = new JsonArray([.. (Network?.Network.RoundedAgain ?? []).Select(again => (JsonNode)new JsonObject { ["value"] = again.Value, ["layer"] = again.Layer.Name })]),
        }.ToJsonString(JsonText.Options);
    }

    /// <summary>A single layer that was compared.</summary>
    public static void Layer(
        TextWriter writer, VioExperiment experiment, PrecisionAssignment assignment, string layer, string[] backends, IReadOnlyList<CoprocCounters?> counters, bool json)
    {
        EngineLayer found = experiment.Lowered.Layer(layer);
        if (!json)
        {
            writer.WriteLine($"{layer}, {found.Shape}, {FormatInfo.Of(assignment[layer])}, frame pair {experiment.Pairs.First}: {string.Join(" = ", backends.Prepend("golden").Distinct())}, every byte");
            foreach ((string name, CoprocCounters? counted) in backends.Zip(counters))
            {
                if (counted is not null) writer.WriteLine($"{name}: {Number((long)counted.Cycles)} cycles, {Number((long)counted.BytesRead)} bytes read, {Number((long)counted.BytesWritten)} written");
            }

            return;
        }

        writer.WriteLine(new JsonObject
        {
            ["network"] = experiment.Model.Network.Name,
            ["layer"] = layer,
            ["m"] = found.Shape.M,
            ["k"] = found.Shape.K,
            ["n"] = found.Shape.N,
            ["format"] = FormatInfo.Of(assignment[layer]).Name,
            ["pair"] = experiment.Pairs.First,
            ["agree"] = true,
            ["backends"] = new JsonArray([.. backends.Zip(counters, (name, counted) => (JsonNode)new JsonObject
            {
                ["backend"] = name,
                ["cycles"] = counted?.Cycles,
                ["bytes_read"] = counted?.BytesRead,
                ["bytes_written"] = counted?.BytesWritten,
            })]),
        }.ToJsonString(JsonText.Options));
    }

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    private string[] Row(LayerCost cost)
    {
        QuantizedLayer layer = Network!.Network.Layer(cost.Layer.Name);
        return
        [
            cost.Layer.Name,
            cost.Layer.Shape.ToString(),
            $"{FormatInfo.Of(cost.Format)}",
            $"{FormatInfo.Of(cost.Output)}",
            VioMetricsText.Scales(layer.Inputs[0].Scales),
            VioMetricsText.Scales(layer.WeightScales),
            Network.Decibels[cost.Layer.Name] is { } decibels ? decibels.ToString("0.0", CultureInfo.InvariantCulture) : "exact",
            Number(cost.Cycles),
            (100 * cost.Utilization).ToString("0.0", CultureInfo.InvariantCulture),
            Number(cost.BytesRead),
            Number(cost.BytesWritten),
        ];
    }

    private JsonNode LayerJson(LayerCost cost)
    {
        QuantizedLayer layer = Network!.Network.Layer(cost.Layer.Name);
        MatmulShape shape = cost.Layer.Shape;
        return new JsonObject
        {
            ["name"] = cost.Layer.Name,
            ["m"] = shape.M,
            ["k"] = shape.K,
            ["n"] = shape.N,
            ["format"] = FormatInfo.Of(cost.Format).Name,
            ["out_format"] = FormatInfo.Of(cost.Output).Name,
            ["input_scales"] = new JsonArray([.. layer.Inputs[0].Scales.Select(scale => (JsonNode)scale)]),
            ["weight_scales"] = new JsonArray([.. layer.WeightScales.Select(scale => (JsonNode)scale)]),
            ["sqnr_db"] = Network.Decibels[cost.Layer.Name],
            ["macs"] = cost.Layer.Macs,
            ["cycles"] = cost.Cycles,
            ["utilization"] = cost.Utilization,
            ["bytes_read"] = cost.BytesRead,
            ["bytes_written"] = cost.BytesWritten,
        };
    }
}
