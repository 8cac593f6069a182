using System.Text.Json;
using System.Text.Json.Nodes;
using XrNpe.Arith;

namespace XrNpe.Vio;

/// <summary>
/// Which format each layer of a network has: the same for all, or by layer out of a JSON file such as
/// <c>{"network": "ulvio", "default": "p8", "layers": {"pose_net.regressor.2": "p16"}}</c>, that can be edited and passed back in.
/// </summary>
public sealed class PrecisionAssignment
{
    private readonly IReadOnlyDictionary<string, NumberFormat> _layers;

    private PrecisionAssignment(string name, IReadOnlyDictionary<string, NumberFormat> layers)
    {
        Name = name;
        _layers = layers;
    }

    /// <summary>What it is called in tables: the format, or the file's name.</summary>
    public string Name { get; }

    /// <summary>The same format for all layers.</summary>
    public static PrecisionAssignment Uniform(LoweredNetwork network, NumberFormat format) =>
        new($"{FormatInfo.Of(format)}", network.Layers.ToDictionary(layer => layer.Name, _ => format));

    /// <summary>A format for each layer.</summary>
    /// <param name="name">What it is called in tables.</param>
    /// <param name="layers">By layer; all layers of the network.</param>
    public static PrecisionAssignment Of(string name, IReadOnlyDictionary<string, NumberFormat> layers) => new(name, layers);

    /// <summary>From what stands behind <c>--precision</c>: a format or a JSON file.</summary>
    /// <exception cref="InputException">It is neither, or does not fit the network.</exception>
    public static PrecisionAssignment Parse(string text, LoweredNetwork network)
    {
        if (TryFormat(text) is { } format) return Uniform(network, format);
        if (!text.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
        {
            throw new InputException($"precision {InputException.Quote(text)} is neither a format ({Formats}), f32, nor a .json file with a format for each layer");
        }

        return Read(text, network);
    }

    /// <summary>The format of a layer.</summary>
    public NumberFormat this[string layer] => _layers[layer];

    /// <summary>The JSON of this assignment; the same for the same formats.</summary>
    public string ToJson(string network)
    {
        var layers = new JsonObject();
        foreach ((string layer, NumberFormat format) in _layers) layers.Add(layer, $"{FormatInfo.Of(format)}");
        return new JsonObject { ["network"] = network, ["layers"] = layers }.ToJsonString(new JsonSerializerOptions { WriteIndented = true }) + "\n";
    }

    private static string Formats => string.Join(", ", FormatInfo.Inputs.Select(info => info.Name));

    private static NumberFormat? TryFormat(string text) => FormatInfo.Inputs.FirstOrDefault(info => info.Name == text)?.Format;

    private static PrecisionAssignment Read(string path, LoweredNetwork network)
    {
        JsonObject root = Json(path);
        if (root["network"] is { } name && name.ToString() != network.Network.Name)
        {
            throw new InputException($"{path} is for the network {InputException.Quote(name.ToString())}, and this is {network.Network.Name}");
        }

        NumberFormat? otherwise = root["default"] is { } given ? Format(path, "default", given) : null;
        var layers = new Dictionary<string, NumberFormat>();
        foreach ((string layer, JsonNode? format) in root["layers"] as JsonObject ?? [])
        {
            _ = network.Layers.FirstOrDefault(l => l.Name == layer)
                ?? throw new InputException($"{path}: {network.Network.Name} has no layer {InputException.Quote(layer)}; it has {string.Join(", ", network.Layers.Select(l => l.Name))}");
            layers.Add(layer, Format(path, $"layers.{layer}", format));
        }

        string[] missing = [.. network.Layers.Select(layer => layer.Name).Where(layer => !layers.ContainsKey(layer))];
        if (missing.Length > 0 && otherwise is null)
        {
            throw new InputException($"{path} gives no format for {string.Join(", ", missing)}: add them to \"layers\", or a \"default\"");
        }

        foreach (string layer in missing) layers.Add(layer, otherwise!.Value);
        return new PrecisionAssignment(Path.GetFileNameWithoutExtension(path), layers);
    }

    private static JsonObject Json(string path)
    {
        try
        {
            return JsonNode.Parse(InputFile.ReadAll(path)) as JsonObject ?? throw new InputException($"{path} is not a JSON object, such as {{\"default\": \"p8\", \"layers\": {{}}}}");
        }
        catch (JsonException e)
        {
            throw new InputException($"{path} is not JSON: {e.Message}", e);
        }
        catch (ArgumentException e)
        {
            throw new InputException($"{path} names a field twice: {e.Message}", e);
        }
    }

    private static NumberFormat Format(string path, string field, JsonNode? value) => TryFormat(value?.ToString() ?? "null")
        ?? throw new InputException($"{path}: {field} is {InputException.Quote(value?.ToString() ?? "null")}: one of {Formats}");
}
