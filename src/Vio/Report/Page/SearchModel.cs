using System.Globalization;
using Scriban.Runtime;
using XrNpe.Arith;

namespace XrNpe.Vio;

/// <summary>The search for a format for each layer: front, tried assignments, sensitivities.</summary>
internal static class SearchModel
{
    /// <summary>Errors from this on up are coloured, from hardly to fully at 1; large ones stand out more than in proportion to their logarithm.</summary>
    private const double Faintest = 1e-6, Strongest = 0.85, Emphasis = 1.5;

    /// <summary>The model.</summary>
    public static ScriptObject Of(VioReportData data, PrecisionSearchResult search)
    {
        NumberFormat[] formats = [.. search.Costs.Keys];
        NetworkCost widest = search.Costs[NumberFormat.P16];
        long? cycles = data.Request?.Cycles?.Invoke(widest.Cycles), bytes = data.Request?.Bytes?.Invoke(widest.Bytes);
        return new ScriptObject
        {
            ["fronts"] = new ScriptArray((Markup[])[FrontPlot.Cycles(search, cycles), FrontPlot.Bytes(search, bytes)]),
            ["unbeaten"] = ReportText.Count(search.Front.Count),
            ["budget"] = Budget(cycles, bytes),
            ["formats"] = new ScriptArray(formats.Select(ReportText.Name)),
            ["tried"] = new ScriptArray(search.Tried.Select(tried => Tried(tried, formats, tried.Assignment.Name == search.Chosen.Assignment.Name))),
            ["layers"] = new ScriptArray(data.Experiment.Lowered.Layers.Select((layer, i) => Layer(search, layer, i, formats))),
        };
    }

    private static string Budget(long? cycles, long? bytes)
    {
        string[] parts = [.. cycles is { } c ? [$"{ReportText.Count(c)} cycles"] : (string[])[], .. bytes is { } b ? [$"{ReportText.Count(b)} bytes"] : (string[])[]];
        return parts.Length == 0 ? "no budget" : $"a budget of {ReportText.And(parts)} for a frame pair";
    }

    private static ScriptObject Tried(TriedAssignment tried, NumberFormat[] formats, bool isChosen) => new()
    {
        ["name"] = tried.Assignment.Name,
        ["chosen"] = isChosen,
        ["expected"] = ReportText.Power(tried.Point.Error),
        ["error"] = ReportText.Power(tried.Error),
        ["cycles"] = ReportText.Count(tried.Cost.Cycles),
        ["bytes"] = ReportText.Count(tried.Cost.Bytes),
        ["counts"] = new ScriptArray(formats.Select(format => tried.Point.Formats.Count(one => one == format).ToString(CultureInfo.InvariantCulture))),
        ["strip"] = new ScriptArray(tried.Cost.Layers.Select(layer => new ScriptObject { ["layer"] = layer.Layer.Name, ["format"] = ReportText.Name(layer.Format) })),
    };

    private static ScriptObject Layer(PrecisionSearchResult search, EngineLayer layer, int index, NumberFormat[] formats) => new()
    {
        ["name"] = layer.Name,
        ["chosen"] = ReportText.Name(search.Chosen.Assignment[layer.Name]),
        ["errors"] = new ScriptArray(formats.Select(format => new ScriptObject
        {
            ["text"] = format == NumberFormat.P16 ? "0" : ReportText.Power(search.Sensitivity[layer.Name, format]),
            ["heat"] = Heat(search.Sensitivity[layer.Name, format]),
            ["chosen"] = search.Chosen.Assignment[layer.Name] == format,
        })),
        ["cycles"] = new ScriptArray(formats.Select(format => ReportText.Count(search.Costs[format].Layers[index].Cycles))),
    };

    /// <summary>How strongly a cell is coloured, 0 to 1.</summary>
    private static string Heat(double error)
    {
        double share = double.IsNaN(error) ? 1 : Math.Clamp(1 - (Math.Log10(Math.Max(error, Faintest)) / Math.Log10(Faintest)), 0, 1);
        return (Strongest * Math.Pow(share, Emphasis)).ToString("0.##", CultureInfo.InvariantCulture);
    }
}
