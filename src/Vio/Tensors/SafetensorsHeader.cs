using System.Text.Json;

namespace XrNpe.Vio;

/// <summary>Parses and checks the JSON header of a safetensors file: a header that lies is found before anything is read by it.</summary>
internal static class SafetensorsHeader
{
    /// <summary>The tensors of a file, by place in it.</summary>
    /// <param name="source">File, for messages.</param>
    /// <param name="json">The header.</param>
    /// <param name="dataLength">Bytes that follow it.</param>
    public static IReadOnlyList<SafetensorsEntry> Parse(string source, ReadOnlyMemory<byte> json, long dataLength)
    {
        using JsonDocument document = Json(source, json);
        try
        {
            return Entries(source, document, dataLength);
        }
        catch (InvalidOperationException e)
        {
            // The parser looks at the Unicode of a text only when the text is asked for.
            throw new InputException($"{source}: a name or dtype in the safetensors header is not Unicode", e);
        }
    }

    private static List<SafetensorsEntry> Entries(string source, JsonDocument document, long dataLength)
    {
        if (document.RootElement.ValueKind != JsonValueKind.Object) throw new InputException($"{source}: the safetensors header is not a JSON object");

        var entries = new List<SafetensorsEntry>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (JsonProperty property in document.RootElement.EnumerateObject())
        {
            if (!names.Add(property.Name)) throw new InputException($"{source}: the header names {InputException.Quote(property.Name)} twice");
            if (property.Name != "__metadata__") entries.Add(Entry(source, property, dataLength));
        }

        entries.Sort((a, b) => (a.Begin, a.End).CompareTo((b.Begin, b.End)));
        CheckLayout(source, entries, dataLength);
        return entries;
    }

    private static JsonDocument Json(string source, ReadOnlyMemory<byte> json)
    {
        try
        {
            return JsonDocument.Parse(json);
        }
        catch (JsonException e)
        {
            throw new InputException(
                $"{source}: the safetensors header is not JSON, line {e.LineNumber + 1} byte {e.BytePositionInLine} of the header: is this a safetensors file?", e);
        }
    }

    private static SafetensorsEntry Entry(string source, JsonProperty property, long dataLength)
    {
        string where = $"{source}: tensor {InputException.Quote(property.Name)}";
        if (property.Value.ValueKind != JsonValueKind.Object) throw new InputException($"{where} is not an object with dtype, shape and data_offsets");

        JsonElement dtype = Field("dtype", JsonValueKind.String, "a string such as \"F32\"");
        JsonElement shapeField = Field("shape", JsonValueKind.Array, "an array of dimensions");
        JsonElement offsets = Field("data_offsets", JsonValueKind.Array, "an array of two byte positions");

        string typeName = dtype.GetString()!;
        ElementType? type = TypeOf(typeName);
        int[] shape = [.. shapeField.EnumerateArray().Select(Dimension)];
        if (offsets.GetArrayLength() != 2 || !TryInteger(offsets[0], out long begin) || !TryInteger(offsets[1], out long end) || begin > end)
        {
            throw new InputException($"{where}: data_offsets is {InputException.Quote(offsets.GetRawText())}: [first byte, byte after the last], ascending");
        }

        if (end > dataLength)
        {
            throw new InputException($"{where}: data_offsets end at {end}, but {dataLength} bytes follow the header: the file is cut short or the offsets are wrong");
        }

        if (type is { } known && ElementCodec.Bytes(known, shape) is var wanted && wanted != end - begin)
        {
            throw new InputException(
                $"{where}: shape [{string.Join(", ", shape)}] of {typeName} needs {ElementCodec.BytesText(wanted)}, but data_offsets give it {end - begin}");
        }

        return new SafetensorsEntry(property.Name, typeName, type, shape, begin, end);

        JsonElement Field(string name, JsonValueKind kind, string wanted) =>
            property.Value.TryGetProperty(name, out JsonElement element) && element.ValueKind == kind
                ? element
                : throw new InputException($"{where}: {name} must be {wanted}");

        int Dimension(JsonElement element) => TryInteger(element, out long dimension) && dimension <= int.MaxValue
            ? (int)dimension
            : throw new InputException($"{where}: shape holds {InputException.Quote(element.GetRawText())}: a dimension is a number from 0 to {int.MaxValue}");
    }

    private static bool TryInteger(JsonElement element, out long value)
    {
        value = 0;
        return element.ValueKind == JsonValueKind.Number && element.TryGetInt64(out value) && value >= 0;
    }

    /// <summary>The format leaves no byte between tensors and none to two of them.</summary>
    private static void CheckLayout(string source, List<SafetensorsEntry> entries, long dataLength)
    {
        long position = 0;
        string before = "the header";
        foreach (SafetensorsEntry entry in entries)
        {
            string name = InputException.Quote(entry.Name);
            if (entry.Begin < position) throw new InputException($"{source}: tensor {name} starts at byte {entry.Begin}, inside {before}, which ends at {position}: tensors must not overlap");
            if (entry.Begin > position) throw new InputException($"{source}: bytes {position} to {entry.Begin} after the header, between {before} and tensor {name}, belong to no tensor");
            (position, before) = (entry.End, $"tensor {name}");
        }

        if (position != dataLength) throw new InputException($"{source}: {dataLength - position} bytes after {before} belong to no tensor: data must end at byte {position} after the header");
    }

    private static ElementType? TypeOf(string name) => name switch
    {
        "F16" => ElementType.F16,
        "BF16" => ElementType.BF16,
        "F32" => ElementType.F32,
        "F64" => ElementType.F64,
        "I8" => ElementType.I8,
        "I16" => ElementType.I16,
        "I32" => ElementType.I32,
        "I64" => ElementType.I64,
        "U8" => ElementType.U8,
        "U16" => ElementType.U16,
        "U32" => ElementType.U32,
        "U64" => ElementType.U64,
        _ => null,
    };
}
