using System.Globalization;
using System.Text.Json.Nodes;
using XrNpe.Arith;
using XrNpe.Coproc;
using XrNpe.Vio;

namespace XrNpe.Cli;

/// <summary>A finished run as text and as JSON.</summary>
internal static class VioRunOutput
{
    /// <summary>Tables.</summary>
    public static void Text(TextWriter writer, VioExperiment experiment, PrecisionRun run, CoprocConfig config, string[] backends)
    {
        PairRange pairs = experiment.Pairs;
        writer.WriteLine($"{experiment.Model.Network.Name} on sequence {pairs.Sequence.Name}, frames {pairs.First} to {pairs.First + pairs.Count}, {run.Name}: predictions in {run.Predictions}");
        writer.WriteLine();
        if (run.Metrics is null) writer.WriteLine("the true path is not known: there are no metrics");
        else TextTable.Write(writer, ["precision", .. VioMetricsText.Heading], Rows(run, run.Metrics));
        if (run.Cost is not { } cost || run.Network is not { } network) return;
        writer.WriteLine();
        TextTable.Write(
            writer,
            ["layer", "M×K×N", "format", "out", "input", "weights", "SQNR dB", "cycles", "of peak %", "read", "written"],
            [.. cost.Layers.Select(layer => Row(network, layer))]);
        writer.WriteLine();
        writer.WriteLine($"a frame pair on {config.Name}: {Number(cost.Cycles)} cycles, {Number(cost.BytesRead)} bytes read, {Number(cost.BytesWritten)} written; weights take {Number(cost.WeightBytes)} bytes");
        writer.WriteLine($"on the host: {string.Join(", ", experiment.Lowered.HostSteps.Select(step => $"{step.Node.Name} ({step.Node.Operator.Description})"))}");
        foreach ((EngineLayer layer, string value) in network.Network.RoundedAgain) writer.WriteLine($"rounded again on the host: {value}, for {layer.Name}");
        if (run.JobsCompared > 0) writer.WriteLine($"{string.Join(" = ", backends)} on all {run.JobsCompared} jobs, every byte");
    }

    /// <summary>One object.</summary>
    public static string Json(VioExperiment experiment, PrecisionRun run, CoprocConfig config, string[] backends)
    {
        PairRange pairs = experiment.Pairs;
        JsonObject json = Summary(run);
        json.Insert(0, "network", experiment.Model.Network.Name);
        json.Insert(1, "parameters", experiment.Model.Network.Parameters);
        json.Insert(2, "sequence", pairs.Sequence.Name);
        json.Insert(3, "frames", new JsonArray(pairs.First, pairs.First + pairs.Count));
        json.Insert(4, "pairs", pairs.Count);
        json.Insert(5, "macs", experiment.Lowered.Layers.Sum(layer => layer.Macs));
        json.Add("config", config.Name);
        json.Add("backends", new JsonArray([.. backends.Select(name => (JsonNode)name)]));
        json.Add("jobs_compared", run.JobsCompared);
        json.Add("layers", new JsonArray([.. (run.Cost?.Layers ?? []).Select(layer => LayerJson(run.Network!, layer))]));
        json.Add("host", new JsonArray([.. experiment.Lowered.HostSteps.Select(step => (JsonNode)new JsonObject { ["name"] = step.Node.Name, ["operator"] = step.Node.Operator.Description })]));
        json.Add("rounded_again", new JsonArray([.. (run.Network?.Network.RoundedAgain ?? []).Select(again => (JsonNode)new JsonObject { ["value"] = again.Value, ["layer"] = again.Layer.Name })]));
        return json.ToJsonString(JsonText.Options);
    }

    /// <summary>What runs at different precisions are compared by.</summary>
    public static JsonObject Summary(PrecisionRun run) => new()
    {
        ["precision"] = run.Name,
        ["predictions"] = run.Predictions,
        ["metrics"] = VioMetricsText.Json(run.Metrics),
        ["metrics_hardware_slope"] = VioMetricsText.Json(run.HardwareSlopeMetrics),
        ["cycles"] = run.Cost?.Cycles,
        ["bytes_read"] = run.Cost?.BytesRead,
        ["bytes_written"] = run.Cost?.BytesWritten,
        ["weight_bytes"] = run.Cost?.WeightBytes,
    };

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

    private static string[][] Rows(PrecisionRun run, OdometryMetrics metrics)
    {
        string[] own = [run.Name, .. VioMetricsText.Cells(metrics)];
        return run.HardwareSlopeMetrics is { } slopes ? [own, [$"{run.Name}, hardware's slopes", .. VioMetricsText.Cells(slopes)]] : [own];
    }

    private static string[] Row(CalibratedNetwork network, LayerCost cost)
    {
        QuantizedLayer layer = network.Network.Layer(cost.Layer.Name);
        return
        [
            cost.Layer.Name,
            cost.Layer.Shape.ToString(),
            $"{FormatInfo.Of(cost.Format)}",
            $"{FormatInfo.Of(cost.Output)}",
            VioMetricsText.Scales(layer.Inputs[0].Scales),
            VioMetricsText.Scales(layer.WeightScales),
            network.Decibels[cost.Layer.Name] is { } decibels ? decibels.ToString("0.0", CultureInfo.InvariantCulture) : "exact",
            Number(cost.Cycles),
            (100 * cost.Utilization).ToString("0.0", CultureInfo.InvariantCulture),
            Number(cost.BytesRead),
            Number(cost.BytesWritten),
        ];
    }

    private static JsonObject LayerJson(CalibratedNetwork network, LayerCost cost)
    {
        QuantizedLayer layer = network.Network.Layer(cost.Layer.Name);
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
            ["bias_error"] = layer.BiasError,
            ["sqnr_db"] = network.Decibels[cost.Layer.Name],
            ["macs"] = cost.Layer.Macs,
            ["cycles"] = cost.Cycles,
            ["utilization"] = cost.Utilization,
            ["bytes_read"] = cost.BytesRead,
            ["bytes_written"] = cost.BytesWritten,
        };
    }
}
