using System.Globalization;
using Scriban.Runtime;
using XrNpe.Arith;

namespace XrNpe.Vio;

/// <summary>The number line of each format, with the network's weights on it.</summary>
internal static class FormatsModel
{
    /// <summary>The model.</summary>
    public static ScriptArray Of(VioReportData data) => new(PrecisionSearch.Formats.Select(format => Format(format, ScaledWeights.Of(format, data.Runs))));

    private static ScriptObject Format(NumberFormat format, ScaledWeights? weights)
    {
        var info = FormatInfo.Of(format);
        IReadOnlyList<double> values = NumberLinePlot.Values(format);
        return new ScriptObject
        {
            ["name"] = info.Name,
            ["kind"] = info.IsPosit ? $"posit({info.Bits}, {info.ExponentSize})" : "E2M1",
            ["bits"] = info.Bits,
            ["count"] = ReportText.Count(values.Count),
            ["smallest"] = Value(values[0]),
            ["largest"] = Value(values[^1]),
            ["reaches_beyond"] = Math.Log2(values[^1]) > ScaledWeights.Octaves,
            ["line"] = NumberLinePlot.Svg(format, weights),
            ["weights"] = weights is null ? "No layer ran in this format." : Weights(weights),
        };
    }

    private static string Weights(ScaledWeights weights) => $"{ReportText.Count(weights.Count)} weights, as {weights.Source} has them: "
        + $"{Part(weights.Lost, weights.Count)} round to 0, {Part(weights.Saturated, weights.Count)} are above the largest value"
        + (weights.Faint == 0 ? "." : $"; {Part(weights.Faint, weights.Count)} are too small for this axis.");

    private static string Part(long some, long all) => some == 0 ? "none" : ReportText.Share((double)some / all);

    /// <summary>Ends of posits are powers of two.</summary>
    private static string Value(double value) => Math.ScaleB(1, Math.ILogB(value)) == value ? ReportText.PowerOfTwo(Math.ILogB(value)) : value.ToString(CultureInfo.InvariantCulture);
}
