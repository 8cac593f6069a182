using System.Xml.Linq;
using XrNpe.Coproc;

namespace XrNpe.Vio.Tests;

/// <summary>Reports on a few frames of the synthetic world, made once for all tests.</summary>
internal static class ReportSample
{
    private const int Frames = 5, Seed = 7;

    private static readonly Lazy<VioReportData> Shared = new(Gather);

    /// <summary>ulvio-s with random weights, in all precisions, and what a search chose.</summary>
    public static VioReportData Data => Shared.Value;

    /// <summary>The page about it.</summary>
    public static string Page { get; } = VioReport.Html(Data, "xrnpe vio report", "weights are random");

    /// <summary>The same, made anew.</summary>
    public static VioReportData Gather()
    {
        using var scratch = new Scratch();
        VioExperiment experiment = Experiment(VioModel.Of(UlVioSmall.Create(new RandomParameters(Seed))));
        return VioReportData.Gather(experiment, All(experiment), new SearchRequest(cycles => cycles / 2, null, 3), Presets.Default, scratch.Folder);
    }

    public static VioExperiment Experiment(VioModel model, ISensorSequence? sequence = null) =>
        new(model, PairRange.Of(sequence ?? new SyntheticSequence(TrackKind.Eight, Frames, Seed), null), calibrationPairs: 2);

    public static PrecisionAssignment?[] All(VioExperiment experiment) =>
        [null, .. PrecisionSearch.Formats.Select(format => PrecisionAssignment.Uniform(experiment.Lowered, format))];

    /// <summary>A network of two layers, with names of one's own.</summary>
    public static VioModel Tiny(string network, string convolution, string linear)
    {
        var random = new RandomParameters(Seed);
        return VioModel.Of(new Network(
            network,
            [new NetworkInput("images", [2, 8, 16])],
            [
                new Node(convolution, new Convolution(random.Get("weight", 4, 2, 3, 3), 4, 2, WindowGeometry.Square(3, 2)), ["images"]),
                new Node("flat", new Reshape([-1]), [convolution]),
                new Node(linear, new Linear(random.Get("weight", 6, 4 * 4 * 8), 6, 4 * 4 * 8), ["flat"]),
            ],
            [linear]));
    }

    /// <summary>The page as XML, which it must be.</summary>
    public static XDocument Parse(string page)
    {
        // A document type without a system identifier is HTML's, and no XML.
        Assert.StartsWith("<!DOCTYPE html>\n", page, StringComparison.Ordinal);
        return XDocument.Parse(page[page.IndexOf('\n', StringComparison.Ordinal)..], LoadOptions.PreserveWhitespace);
    }

    /// <summary>An element of the page, by its id.</summary>
    public static XElement ById(XDocument page, string id) => page.Descendants().Single(element => (string?)element.Attribute("id") == id);

    /// <summary>The texts of the cells of a table, row by row.</summary>
    public static string[][] Cells(XElement table) =>
        [.. table.Descendants().Where(element => element.Name.LocalName == "tr").Select(row => row.Elements().Select(cell => cell.Value).ToArray())];
}
