using XrNpe.Arith;

namespace XrNpe.Vio;

/// <summary>A precision in a report, with the colour that it has everywhere.</summary>
/// <param name="Index">Which one; its lines have the style <c>s0</c>, <c>s1</c> …</param>
/// <param name="Run">Its run.</param>
/// <param name="Colour">Name of its colour in the page's style.</param>
/// <param name="Path">Poses that its predictions lead to.</param>
internal sealed record ReportSeries(int Index, PrecisionRun Run, string Colour, IReadOnlyList<Pose> Path)
{
    private const int Others = 4;

    /// <summary>Its name.</summary>
    public string Name => Run.Name;

    /// <summary>Its style.</summary>
    public string Style => FormattableString.Invariant($"s{Index}");

    /// <summary>All precisions of a report.</summary>
    public static IReadOnlyList<ReportSeries> Of(IReadOnlyList<PrecisionRun> runs)
    {
        int others = 0;
        return [.. runs.Select((run, i) => new ReportSeries(i, run, Known(run.Name) ?? FormattableString.Invariant($"other{others++ % Others}"), Trajectory.Accumulate(run.Poses)))];
    }

    /// <summary>Formats, double and the chosen assignment have colours of their own.</summary>
    private static string? Known(string name) =>
        name is PrecisionRun.Float or VioReportData.Chosen || FormatInfo.Inputs.Any(format => format.Name == name) ? name : null;
}
