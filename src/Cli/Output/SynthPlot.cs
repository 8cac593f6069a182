using System.Globalization;
using ScottPlot;
using XrNpe.Synth;
using XrNpe.Vio;

namespace XrNpe.Cli;

/// <summary>Plots of synthesis figures.</summary>
internal static class SynthPlot
{
    /// <summary>Name of the place that the plot of pipeline depths has in a document.</summary>
    public const string DepthsName = "depths-plot";

    private const int DepthsWidth = 720, DepthsHeight = 420;
    private const int Width = 900, RowHeight = 28, Margin = 130;
    private const string Svg = ".svg", Png = ".png";

    /// <summary>Checks that a plot could be written, before any work is done for it.</summary>
    /// <exception cref="InputException">It could not.</exception>
    public static void Check(string path)
    {
        if (!IsSvg(path) && !path.EndsWith(Png, StringComparison.OrdinalIgnoreCase)) throw new InputException($"--plot {InputException.Quote(path)}: a name that ends in {Svg} or {Png}");
        OutputFile.Check(path);
    }

    /// <summary>Bars: the area of each module.</summary>
    public static void Write(string path, SynthesisReport report, string config)
    {
        ModuleFigures[] modules = [.. report.Modules.Where(module => module.GateEquivalents > 0).Reverse()];
        using var plot = new Plot();
        plot.Add.Bars(modules.Select((module, i) => new Bar
        {
            Position = i,
            Value = module.GateEquivalents,
            Label = module.GateEquivalents.ToString("0", CultureInfo.InvariantCulture),
            Orientation = Orientation.Horizontal,
        }).ToArray()).Horizontal = true;
        plot.Axes.Left.SetTicks([.. modules.Select((_, i) => (double)i)], [.. modules.Select(Name)]);
        plot.Axes.Margins(left: 0, right: 0.12);
        plot.Axes.Left.MajorTickStyle.Length = 0;
        plot.XLabel($"gate equivalents of {report.Library}, each module without what it instantiates");
        plot.Title($"{report.Top}, {config}");
        Save(plot, path, Width, (modules.Length * RowHeight) + Margin);

        static string Name(ModuleFigures module) => module.Instances == 1 ? module.Name : string.Create(CultureInfo.InvariantCulture, $"{module.Name} ×{module.Instances}");
    }

    /// <summary>Area and delay over pipeline depth, into the folder images beside a document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="depths">The points.</param>
    /// <returns>The line of the document that shows it.</returns>
    public static string WriteDepths(string document, IReadOnlyList<DepthPoint> depths)
    {
        const string Name = "pipeline-depth.svg";
        string folder = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(document))!, "images");
        Directory.CreateDirectory(folder);
        using var plot = new Plot();
        var area = plot.Add.Scatter(depths.Select(point => (double)point.Depth).ToArray(), depths.Select(point => point.GateEquivalents).ToArray());
        area.LegendText = "gate equivalents (left)";
        DepthPoint[] timed = [.. depths.Where(point => point.Nanoseconds is not null)];
        if (timed.Length > 0)
        {
            var delay = plot.Add.Scatter(timed.Select(point => (double)point.Depth).ToArray(), timed.Select(point => point.Nanoseconds!.Value).ToArray());
            delay.LegendText = "slowest path, ns (right)";
            delay.Axes.YAxis = plot.Axes.Right;
            plot.Axes.Right.Label.Text = "ns";
            plot.Axes.SetLimitsY(0, timed.Max(point => point.Nanoseconds!.Value) * 1.1, plot.Axes.Right);
        }

        plot.Axes.SetLimitsY(0, depths.Max(point => point.GateEquivalents) * 1.3, plot.Axes.Left);
        plot.Axes.Bottom.SetTicks([.. depths.Select(point => (double)point.Depth)], [.. depths.Select(point => point.Depth.ToString(CultureInfo.InvariantCulture))]);
        plot.XLabel("pipeline depth");
        plot.YLabel("gate equivalents");
        plot.ShowLegend(ScottPlot.Alignment.UpperRight);
        Save(plot, Path.Combine(folder, Name), DepthsWidth, DepthsHeight);
        return $"![Area and delay of the MAC over its pipeline depth](images/{Name})";
    }

    /// <summary>Writes a plot as its file's name says.</summary>
    public static void Save(Plot plot, string path, int width, int height)
    {
        byte[] bytes = IsSvg(path) ? System.Text.Encoding.UTF8.GetBytes(plot.GetSvgXml(width, height)) : plot.GetImageBytes(width, height, ImageFormat.Png);
        OutputFile.Write(path, stream => stream.Write(bytes));
    }

    private static bool IsSvg(string path) => path.EndsWith(Svg, StringComparison.OrdinalIgnoreCase);
}
