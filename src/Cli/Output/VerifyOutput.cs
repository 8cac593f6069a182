using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using XrNpe.Verify;

namespace XrNpe.Cli;

/// <summary>A run of the verification ladder as text and as JSON.</summary>
internal static class VerifyOutput
{
    /// <summary>A table, one check a line.</summary>
    public static void Table(TextWriter writer, IReadOnlyList<CheckResult> results) => TextTable.Write(
        writer,
        ["rung", "check", "cases", "seconds", "outcome"],
        [.. results.Select(result => (string[])[
            result.Rung.ToString(CultureInfo.InvariantCulture), result.Check, result.Cases.ToString(CultureInfo.InvariantCulture),
            result.Seconds.ToString("F1", CultureInfo.InvariantCulture), Name(result.Outcome)])]);

    /// <summary>One line for every check that failed or could not run.</summary>
    public static void Problems(TextWriter writer, IReadOnlyList<CheckResult> results)
    {
        foreach (CheckResult result in results.Where(result => result.Message.Length > 0)) writer.WriteLine($"xrnpe: {result.Check}: {result.Message}");
    }

    /// <summary>One JSON object.</summary>
    public static string Json(LadderOptions options, IReadOnlyList<CheckResult> results) => new JsonObject
    {
        ["level"] = NameOption.Text(options.Level),
        ["seed"] = options.Seed,
        ["passed"] = results.All(result => result.Outcome == CheckOutcome.Passed),
        ["results"] = new JsonArray([.. results.Select(result => new JsonObject
        {
            ["rung"] = result.Rung,
            ["check"] = result.Check,
            ["cases"] = result.Cases,
            ["seconds"] = Math.Round(result.Seconds, 3),
            ["outcome"] = Name(result.Outcome),
            ["message"] = result.Message,
        })]),
    }.ToJsonString(JsonText.Options);

    private static string Name(CheckOutcome outcome) => JsonNamingPolicy.SnakeCaseLower.ConvertName(outcome.ToString());
}
