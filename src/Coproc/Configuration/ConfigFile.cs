using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using XrNpe.Arith;

namespace XrNpe.Coproc;

/// <summary>
/// Reads a configuration from JSON: an object with <c>name</c>, <c>rows</c> and <c>cols</c>, and where the defaults shall not hold
/// <c>slices</c>, <c>data_width</c>, <c>buffer_depth</c>, <c>max_burst</c>, <c>id_width</c>, <c>outstanding_reads</c>, <c>out_units</c>, <c>pipeline</c>, <c>quire</c>, <c>exponents</c>, <c>clock_gate</c> and
/// <c>formats</c>, a list of format names.
/// </summary>
public static class ConfigFile
{
    private const string Fields = "name, rows, cols, slices, data_width, buffer_depth, max_burst, id_width, outstanding_reads, out_units, pipeline, quire, exponents, clock_gate, formats";

    /// <summary>The values of the field <c>quire</c>.</summary>
    public static IReadOnlyDictionary<string, QuireKind> QuireNames { get; } =
        new Dictionary<string, QuireKind>(StringComparer.Ordinal) { ["binary"] = QuireKind.Binary, ["carry-save"] = QuireKind.CarrySave };

    /// <summary>The values of the field <c>exponents</c>.</summary>
    public static IReadOnlyDictionary<string, ExponentUnit> ExponentNames { get; } =
        new Dictionary<string, ExponentUnit>(StringComparer.Ordinal) { ["adders"] = ExponentUnit.Adders, ["cells"] = ExponentUnit.Cells };

    /// <summary>Reads and checks a configuration.</summary>
    /// <exception cref="ConfigException">The file cannot be read, or what it says cannot be built; the message names file and fields.</exception>
    public static CoprocConfig Load(string path)
    {
        using JsonDocument document = Read(path);
        var problems = new List<string>();
        CoprocConfig? config;
        try
        {
            config = Build(document.RootElement, problems);
        }
        catch (InvalidOperationException)
        {
            // The parser looks at the Unicode of a text only when the text is asked for.
            throw new ConfigException([$"{path}: a name or text is not Unicode"]);
        }

        if (config is not null && problems.Count == 0) problems.AddRange(ConfigValidator.Problems(config));
        return problems.Count == 0 ? config! : throw new ConfigException([.. problems.Select(problem => $"{path}: {problem}")]);
    }

    /// <summary>Sets one field by the text of a command line, <c>slices=4</c> or <c>formats=p8,p16</c>, and checks what comes out.</summary>
    /// <exception cref="ConfigException">The text is no setting, or what it says cannot be built.</exception>
    public static CoprocConfig Set(CoprocConfig config, string setting)
    {
        int equals = setting.IndexOf('=', StringComparison.Ordinal);
        if (equals < 1) throw new ConfigException([$"\"{setting}\" is not FIELD=VALUE with a field of {Fields}"]);
        string field = setting[..equals], value = setting[(equals + 1)..];
        JsonNode? node = field == "formats" ? new JsonArray([.. value.Split(',').Select(name => (JsonNode)name)])
            : int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) ? number
            : bool.TryParse(value, out bool flag) ? flag
            : value;
        using JsonDocument document = JsonDocument.Parse(new JsonObject { [field] = node }.ToJsonString());
        var problems = new List<string>();
        config = Apply(config, document.RootElement, problems, []);
        if (problems.Count == 0) problems.AddRange(ConfigValidator.Problems(config));
        return problems.Count == 0 ? config : throw new ConfigException(problems);
    }

    private static JsonDocument Read(string path)
    {
        try
        {
            return JsonDocument.Parse(File.ReadAllBytes(path));
        }
        catch (JsonException e)
        {
            throw new ConfigException([$"{path} is not JSON: wrong at line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}"]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new ConfigException([$"{path} cannot be read: {e.Message}"]);
        }
    }

    private static CoprocConfig? Build(JsonElement root, List<string> problems)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            problems.Add($"a configuration is a JSON object with {Fields}");
            return null;
        }

        // Every field is set once, over the defaults that the record itself has.
        var seen = new HashSet<string>(StringComparer.Ordinal);
        CoprocConfig config = Apply(new CoprocConfig { Name = "", Rows = 0, Cols = 0 }, root, problems, seen);
        foreach (string required in new[] { "name", "rows", "cols" })
        {
            if (!seen.Contains(required)) problems.Add($"{required} is missing");
        }

        // The default is for arrays that are wide enough.
        return seen.Contains("out_units") || config.Cols < 1 ? config : config with { OutUnits = Math.Min(config.OutUnits, config.Cols) };
    }

    private static CoprocConfig Apply(CoprocConfig config, JsonElement root, List<string> problems, HashSet<string> seen)
    {
        foreach (JsonProperty property in root.EnumerateObject())
        {
            if (!seen.Add(property.Name)) problems.Add($"{property.Name} is given twice");
            JsonElement value = property.Value;
            switch (property.Name)
            {
                case "name": config = config with { Name = Text(property.Name, value) }; break;
                case "rows": config = config with { Rows = Number(property.Name, value) }; break;
                case "cols": config = config with { Cols = Number(property.Name, value) }; break;
                case "slices": config = config with { Slices = Number(property.Name, value) }; break;
                case "data_width": config = config with { DataWidth = Number(property.Name, value) }; break;
                case "buffer_depth": config = config with { BufferDepth = Number(property.Name, value) }; break;
                case "max_burst": config = config with { MaxBurst = Number(property.Name, value) }; break;
                case "id_width": config = config with { IdWidth = Number(property.Name, value) }; break;
                case "outstanding_reads": config = config with { OutstandingReads = Number(property.Name, value) }; break;
                case "out_units": config = config with { OutUnits = Number(property.Name, value) }; break;
                case "pipeline": config = config with { Pipeline = Number(property.Name, value) }; break;
                case "quire": config = config with { Quire = Choice(property.Name, value, QuireNames) }; break;
                case "exponents": config = config with { Exponents = Choice(property.Name, value, ExponentNames) }; break;
                case "clock_gate": config = config with { ClockGate = Flag(property.Name, value) }; break;
                case "formats": config = config with { Formats = Formats(value) }; break;
                default: problems.Add($"there is no field {property.Name}: {Fields}"); break;
            }
        }

        return config;

        string Text(string field, JsonElement value)
        {
            if (value.ValueKind == JsonValueKind.String) return value.GetString()!;
            problems.Add($"{field} is {value.GetRawText()}: a text in quotes");
            return "";
        }

        int Number(string field, JsonElement value)
        {
            if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out int number)) return number;
            problems.Add($"{field} is {value.GetRawText()}: a whole number");
            return 0;
        }

        bool Flag(string field, JsonElement value)
        {
            if (value.ValueKind is JsonValueKind.True or JsonValueKind.False) return value.GetBoolean();
            problems.Add($"{field} is {value.GetRawText()}: true or false");
            return false;
        }

        T Choice<T>(string field, JsonElement value, IReadOnlyDictionary<string, T> names)
            where T : struct
        {
            if (value.ValueKind == JsonValueKind.String && names.TryGetValue(value.GetString()!, out T choice)) return choice;
            problems.Add($"{field} is {value.GetRawText()}: {string.Join(" or ", names.Keys.Select(name => $"\"{name}\""))}");
            return default;
        }

        IReadOnlyList<NumberFormat> Formats(JsonElement value)
        {
            var formats = new List<NumberFormat>();
            if (value.ValueKind != JsonValueKind.Array)
            {
                problems.Add($"formats is {value.GetRawText()}: a list such as [\"fp4\", \"p8\"]");
                return formats;
            }

            foreach (JsonElement element in value.EnumerateArray())
            {
                if (element.ValueKind == JsonValueKind.String && FormatInfo.TryParse(element.GetString(), out NumberFormat format)) formats.Add(format);
                else problems.Add($"formats holds {element.GetRawText()}: fp4, p4, p8 or p16, in quotes");
            }

            return formats;
        }
    }
}
