using System.Globalization;
using System.Text.Json.Nodes;
using XrNpe.Arith;
using XrNpe.Coproc;
using XrNpe.Vio;

namespace XrNpe.Cli;

/// <summary>A search for precisions as text and as JSON.</summary>
internal static class VioAssignOutput
{
    /// <summary>Tables: sensitivities, the front, what was chosen.</summary>
    public static void Text(TextWriter writer, VioExperiment experiment, PrecisionSearchResult result, CoprocConfig config)
    {
        NumberFormat[] formats = [.. result.Costs.Keys];
        writer.WriteLine($"error of {experiment.Model.Network.Name}'s poses with one layer in another format than p16, relative to the usual motion, squared; cycles on {config.Name}");
        writer.WriteLine();
        TextTable.Write(
            writer,
            ["layer", .. formats.Skip(1).Select(format => $"{FormatInfo.Of(format)} error"), .. formats.Select(format => $"{FormatInfo.Of(format)} cycles"), "chosen"],
            [.. experiment.Lowered.Layers.Select((layer, i) => (string[])
            [
                layer.Name,
                .. formats.Skip(1).Select(format => Error(result.Sensitivity[layer.Name, format])),
                .. formats.Select(format => Number(result.Costs[format].Layers[i].Cycles)),
                $"{FormatInfo.Of(result.Chosen.Assignment[layer.Name])}",
            ])]);
        writer.WriteLine();
        writer.WriteLine($"{result.Front.Count} assignments that nothing beats in error, cycles and bytes; of those, tried:");
        writer.WriteLine();
        TextTable.Write(
            writer,
            ["assignment", "error expected", "error", "cycles", "bytes", .. formats.Select(format => $"{FormatInfo.Of(format)}")],
            [.. result.Tried.Select(tried => (string[])
            [
                tried.Assignment.Name,
                Error(tried.Point.Error),
                Error(tried.Error),
                Number(tried.Cost.Cycles),
                Number(tried.Cost.Bytes),
                .. formats.Select(format => Number(tried.Point.Formats.Count(chosen => chosen == format))),
            ])]);
    }

    /// <summary>One object.</summary>
    public static string Json(VioExperiment experiment, PrecisionSearchResult result, CoprocConfig config) => new JsonObject
    {
        ["network"] = experiment.Model.Network.Name,
        ["config"] = config.Name,
        ["sensitivity"] = new JsonArray([.. experiment.Lowered.Layers.Select((layer, i) => (JsonNode)new JsonObject
        {
            ["layer"] = layer.Name,
            ["formats"] = new JsonArray([.. result.Costs.Select(cost => (JsonNode)new JsonObject
            {
                ["format"] = FormatInfo.Of(cost.Key).Name,
                ["error"] = result.Sensitivity[layer.Name, cost.Key],
                ["cycles"] = cost.Value.Layers[i].Cycles,
                ["bytes"] = cost.Value.Layers[i].Bytes,
            })]),
        })]),
        ["front"] = new JsonArray([.. result.Front.Select(point => (JsonNode)new JsonObject
        {
            ["error"] = point.Error,
            ["cycles"] = point.Cycles,
            ["bytes"] = point.Bytes,
            ["formats"] = new JsonArray([.. point.Formats.Select(format => (JsonNode)FormatInfo.Of(format).Name)]),
        })]),
        ["tried"] = new JsonArray([.. result.Tried.Select(Tried)]),
        ["chosen"] = Tried(result.Chosen),
        ["assignment"] = JsonNode.Parse(result.Chosen.Assignment.ToJson(experiment.Model.Network.Name)),
    }.ToJsonString(JsonText.Options);

    private static JsonNode Tried(TriedAssignment tried) => new JsonObject
    {
        ["name"] = tried.Assignment.Name,
        ["error_expected"] = tried.Point.Error,
        ["error"] = tried.Error,
        ["cycles"] = tried.Cost.Cycles,
        ["bytes"] = tried.Cost.Bytes,
    };

    private static string Error(double error) => error.ToString("0.0E+0", CultureInfo.InvariantCulture);

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
