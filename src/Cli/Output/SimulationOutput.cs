using System.Globalization;
using System.Text.Json.Nodes;
using XrNpe.Vio;

namespace XrNpe.Cli;

/// <summary>How fast the RTL is simulated, as text and as JSON.</summary>
internal static class SimulationOutput
{
    private const double Mega = 1e6;

    /// <summary>A table, a line for each configuration and way.</summary>
    public static void Text(TextWriter writer, IReadOnlyList<SimulationRate> rates) => TextTable.Write(
        writer,
        ["preset", "built", "cycles/s", "MMAC/s", "seconds to build"],
        [.. rates.Select(rate => (string[])[
            rate.Config.Name, rate.Variant.Name, Number(rate.CyclesPerSecond, "0"), Number(rate.MacsPerSecond / Mega, "0.00"), Number(rate.BuildSeconds, "0.0")])]);

    /// <summary>One JSON object.</summary>
    public static string Json(IReadOnlyList<SimulationRate> rates) => new JsonObject
    {
        ["results"] = new JsonArray([.. rates.Select(rate => new JsonObject
        {
            ["config"] = rate.Config.Name,
            ["variant"] = rate.Variant.Name,
            ["trace"] = rate.Variant.Trace,
            ["threads"] = rate.Variant.Threads,
            ["inlined"] = rate.Variant.Inlined,
            ["cycles_per_second"] = rate.CyclesPerSecond,
            ["macs_per_second"] = rate.MacsPerSecond,
            ["build_seconds"] = rate.BuildSeconds,
        })]),
    }.ToJsonString(JsonText.Options);

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
