using Scriban.Runtime;

namespace XrNpe.Vio;

/// <summary>
/// A report as one HTML page that needs nothing else: trajectories, errors, the search for precisions, layers, number lines. The same data give the
/// same bytes.
/// </summary>
public static class VioReport
{
    private const string Template = "report.html.sbn", Style = "report.css";

    /// <summary>Writes the page, whole or not at all.</summary>
    /// <param name="path">The file.</param>
    /// <param name="data">What it is made of.</param>
    /// <param name="command">The command that makes it, for its foot.</param>
    /// <param name="note">What a reader must know, such as where the weights come from; null for nothing.</param>
    /// <exception cref="InputException">The file cannot be written.</exception>
    public static void Write(string path, VioReportData data, string command, string? note = null) => OutputFile.WriteText(path, Html(data, command, note));

    /// <summary>The page.</summary>
    /// <inheritdoc cref="Write"/>
    public static string Html(VioReportData data, string command, string? note = null)
    {
        IReadOnlyList<ReportSeries> series = ReportSeries.Of(data.Runs);
        return ReportTemplate.Render(Template, new ScriptObject
        {
            ["style"] = new Markup(ReportTemplate.Read(Style)),
            ["series"] = new ScriptArray(series.Select(one => new ScriptObject { ["name"] = one.Name, ["style"] = one.Style, ["colour"] = one.Colour })),
            ["summary"] = SummaryModel.Of(data),
            ["note"] = note ?? "",
            ["accuracy"] = AccuracyModel.Of(data, series),
            ["search"] = data.Search is null ? null : SearchModel.Of(data, data.Search),
            ["layers"] = LayersModel.Of(data, series),
            ["formats"] = FormatsModel.Of(data),
            ["config"] = data.Config.Name,
            ["command"] = command,
        });
    }
}
