using System.Globalization;
using System.Text.Json.Nodes;
using XrNpe.Vio;

namespace XrNpe.Cli;

/// <summary>Metrics of odometry and scales in tables and in JSON.</summary>
internal static class VioMetricsText
{
    /// <summary>Names and units of the columns.</summary>
    public static IReadOnlyList<string> Heading { get; } = ["t_rmse m", "r_rmse °", "t_rel %", "r_rel °/100m", "ATE m"];

    /// <summary>The columns; a dash where the path is too short.</summary>
    public static IEnumerable<string> Cells(OdometryMetrics metrics) =>
    [
        Number(metrics.TRmse, "0.0000"), Number(metrics.RRmse, "0.0000"), Number(metrics.TRel, "0.00"), Number(metrics.RRel, "0.00"), Number(metrics.Ate, "0.000"),
    ];

    /// <summary>One object; null where the path is too short, or is not known at all.</summary>
    public static JsonNode? Json(OdometryMetrics? metrics) => metrics is null ? null : new JsonObject
    {
        ["t_rmse"] = Finite(metrics.TRmse),
        ["r_rmse"] = Finite(metrics.RRmse),
        ["t_rel"] = Finite(metrics.TRel),
        ["r_rel"] = Finite(metrics.RRel),
        ["ate"] = Finite(metrics.Ate),
        ["rpe_translation"] = Finite(metrics.RpeTranslation),
        ["rpe_rotation"] = Finite(metrics.RpeRotation),
    };

    /// <summary>Powers of two, as the range that they have.</summary>
    public static string Scales(int[] scales)
    {
        if (scales.Length == 0) return "-";
        int least = scales.Min(), most = scales.Max();
        return least == most ? $"2^{least}" : $"2^{least}…{most}";
    }

    private static string Number(double? value, string format) => value is { } number ? number.ToString(format, CultureInfo.InvariantCulture) : "-";

    /// <summary>JSON has no NaN.</summary>
    private static double? Finite(double? value) => value is { } number && double.IsFinite(number) ? number : null;
}
