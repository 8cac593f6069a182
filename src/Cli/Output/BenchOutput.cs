using System.Globalization;
using System.Text.Json.Nodes;
using XrNpe.Measure;

namespace XrNpe.Cli;

/// <summary>Measurements as text and as JSON.</summary>
internal static class BenchOutput
{
    /// <summary>The measurements as a table.</summary>
    public static void Text(TextWriter writer, IReadOnlyList<Measurement> results) => TextTable.Write(
        writer,
        ["kernel", "unit", "value", "limit", "fraction"],
        [.. results.Select(m => (string[])[m.Name, m.Unit, Number(m.Value), Number(m.Limit), m.Fraction.ToString("0.00", CultureInfo.InvariantCulture)])]);

    /// <summary>The measurements as one JSON object.</summary>
    public static string Json(IReadOnlyList<Measurement> results) => new JsonObject
    {
        ["results"] = new JsonArray([.. results.Select(m => new JsonObject
        {
            ["name"] = m.Name,
            ["unit"] = m.Unit,
            ["value"] = m.Value,
            ["limit"] = m.Limit,
            ["fraction"] = m.Fraction,
        })]),
    }.ToJsonString(JsonText.Options);

    private static string Number(double value) => value.ToString(value < 10 ? "0.00" : "0.0", CultureInfo.InvariantCulture);
}
