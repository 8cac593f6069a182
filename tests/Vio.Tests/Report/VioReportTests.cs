using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using XrNpe.Coproc;

namespace XrNpe.Vio.Tests;

public sealed class VioReportTests
{
    [Fact]
    public void Every_precision_has_its_errors_and_costs()
    {
        VioReportData data = ReportSample.Data;
        string[][] rows = ReportSample.Cells(ReportSample.ById(ReportSample.Parse(ReportSample.Page), "errors"));
        Assert.Equal(["f32", "p16", "p8", "fp4", "p4", "chosen"], data.Runs.Select(run => run.Name));
        foreach (PrecisionRun run in data.Runs)
        {
            string[] row = Assert.Single(rows, row => row[0] == run.Name);
            Assert.Equal(run.Metrics!.TRmse.ToString("0.0000", CultureInfo.InvariantCulture), row[1]);
            Assert.Equal(run.Metrics.RRmse.ToString("0.0000", CultureInfo.InvariantCulture), row[2]);
            Assert.Equal(run.Metrics.Ate!.Value.ToString("0.000", CultureInfo.InvariantCulture), row[5]);
            Assert.Equal(run.Cost is { } cost ? [Grouped(cost.Cycles), Grouped(cost.BytesRead), Grouped(cost.BytesWritten), Grouped(cost.WeightBytes)] : ["–", "–", "–", "–"], row[8..]);
        }

        Assert.Equal(["no motion", "constant motion"], rows[^2..].Select(row => row[0]));
    }

    [Fact]
    public void Every_layer_stands_in_the_table_of_every_precision()
    {
        VioReportData data = ReportSample.Data;
        XElement[] tables = [.. ReportSample.Parse(ReportSample.Page).Descendants().Where(element => (string?)element.Attribute("class") == "layers")];
        PrecisionRun[] runs = [.. data.Runs.Where(run => run.Cost is not null)];
        Assert.Equal(runs.Length, tables.Length);
        foreach ((PrecisionRun run, XElement table) in runs.Zip(tables))
        {
            Assert.StartsWith(run.Name, table.Elements().First().Value, StringComparison.Ordinal);
            string[][] rows = ReportSample.Cells(table)[1..^1];
            Assert.Equal(run.Cost!.Layers.Select(layer => layer.Layer.Name), rows.Select(row => row[0]));
            foreach ((LayerCost layer, string[] row) in run.Cost.Layers.Zip(rows))
            {
                MatmulShapeMust(layer, row[1]);
                Assert.Equal($"{Arith.FormatInfo.Of(layer.Format)}", row[2]);
                Assert.Equal($"{Arith.FormatInfo.Of(layer.Output)}", row[3]);
                double? decibels = run.Network!.Decibels[layer.Layer.Name];
                Assert.Equal(decibels?.ToString("0.0", CultureInfo.InvariantCulture) ?? "exact", row[6]);
                Assert.Equal([Grouped(layer.Cycles), Grouped(layer.BytesRead), Grouped(layer.BytesWritten)], [row[8], row[10], row[11]]);
            }
        }

        string host = ReportSample.ById(ReportSample.Parse(ReportSample.Page), "host").Value;
        Assert.All(data.Experiment.Lowered.HostSteps, step => Assert.Contains($"{step.Node.Name} ({step.Node.Operator.Description})", host, StringComparison.Ordinal));
    }

    [Fact]
    public void The_search_is_shown_with_sensitivities_and_all_that_was_tried()
    {
        VioReportData data = ReportSample.Data;
        XDocument page = ReportSample.Parse(ReportSample.Page);
        string[][] tried = ReportSample.Cells(ReportSample.ById(page, "tried"))[2..];
        Assert.Equal(data.Search!.Tried.Select(one => (one.Assignment.Name, Grouped(one.Cost.Cycles), Grouped(one.Cost.Bytes))), tried.Select(row => (row[0], row[3], row[4])));
        XElement sensitivity = ReportSample.ById(page, "sensitivity");
        Assert.Equal(data.Experiment.Lowered.Layers.Select(layer => layer.Name), ReportSample.Cells(sensitivity)[2..].Select(row => row[0]));
        Assert.Equal(
            data.Experiment.Lowered.Layers.Select(layer => $"{Arith.FormatInfo.Of(data.Search.Chosen.Assignment[layer.Name])}"),
            ReportSample.Cells(sensitivity)[2..].Select(row => row[^1]));

        // One cell of each layer is framed: that of the chosen format.
        Assert.Equal(data.Experiment.Lowered.Layers.Count, sensitivity.Descendants().Count(cell => (string?)cell.Attribute("class") == "heat ring"));
    }

    [Fact]
    public void The_page_needs_nothing_but_itself()
    {
        XDocument page = ReportSample.Parse(ReportSample.Page);
        Assert.DoesNotContain(page.Descendants(), element => element.Name.LocalName is "script" or "link" or "img" or "iframe" or "object" or "image" or "use");
        Assert.DoesNotContain(page.Descendants().Attributes(), attribute => attribute.Name.LocalName is "src" or "href" or "srcset" || attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
        Assert.DoesNotContain(page.Descendants().Attributes().Where(attribute => !attribute.IsNamespaceDeclaration), attribute => attribute.Value.Contains("://", StringComparison.Ordinal));
        string style = page.Descendants().Single(element => element.Name.LocalName == "style").Value;
        Assert.DoesNotMatch(new Regex(@"url\(|@import|://"), style);
    }

    [Fact]
    public void The_same_data_give_the_same_bytes() =>
        Assert.Equal(ReportSample.Page, VioReport.Html(ReportSample.Gather(), "xrnpe vio report", "weights are random"));

    [Fact]
    public void The_page_tells_nothing_of_this_machine()
    {
        Assert.DoesNotContain(Path.GetTempPath(), ReportSample.Page, StringComparison.Ordinal);
        Assert.DoesNotContain(".csv", ReportSample.Page, StringComparison.Ordinal);
        Assert.DoesNotContain(DateTime.UtcNow.ToString("yyyy-MM", CultureInfo.InvariantCulture), ReportSample.Page, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_with_special_characters_are_names()
    {
        using var scratch = new Scratch();
        const string Network = "net<i>&\"'.onnx", Convolution = "</style><b>conv & co</b>", Linear = "a\"b'c]]>", Mixed = "<u>mixed</u>", Note = "<script>alert(1)</script>", Command = "a && b > 'c'";
        VioExperiment experiment = ReportSample.Experiment(ReportSample.Tiny(Network, Convolution, Linear));
        var assignment = PrecisionAssignment.Of(Mixed, experiment.Lowered.Layers.ToDictionary(layer => layer.Name, _ => Arith.NumberFormat.P8));
        var runs = PrecisionRun.Run(experiment, assignment, () => [new GoldenBackend()], Presets.Default, scratch.PathOf("mixed.csv"), cancel: TestContext.Current.CancellationToken);
        string text = VioReport.Html(new VioReportData(experiment, [runs], null, null, Presets.Default), Command, Note);
        XDocument page = ReportSample.Parse(text);
        Assert.DoesNotContain(page.Descendants(), element => element.Name.LocalName is "script" or "u");
        Assert.Equal($"{Network} on sequence eight-7", page.Descendants().Single(element => element.Name.LocalName == "h1").Value);
        Assert.Equal([Convolution, Linear], ReportSample.Cells(page.Descendants().Single(element => (string?)element.Attribute("class") == "layers"))[1..^1].Select(row => row[0]));
        Assert.Contains(ReportSample.Cells(ReportSample.ById(page, "errors")), row => row[0] == Mixed);
        Assert.Equal(Note, ReportSample.ById(page, "note").Value);
        Assert.Equal(Command, ReportSample.ById(page, "command").Value);
    }

    [Fact]
    public void Without_a_true_path_there_are_costs_and_no_errors()
    {
        using var scratch = new Scratch();
        VioExperiment experiment = ReportSample.Experiment(ReportSample.Tiny("net", "conv", "linear"), new Blind(new SyntheticSequence(TrackKind.Race, 4, 1)));
        var data = VioReportData.Gather(experiment, ReportSample.All(experiment), null, Presets.Default, scratch.Folder, cancel: TestContext.Current.CancellationToken);
        XDocument page = ReportSample.Parse(VioReport.Html(data, "xrnpe"));
        Assert.Contains("is not known", ReportSample.ById(page, "trajectories").Value, StringComparison.Ordinal);
        string[][] rows = ReportSample.Cells(ReportSample.ById(page, "errors"))[2..];
        Assert.Equal(["f32", "p16", "p8", "fp4", "p4"], rows.Select(row => row[0]));
        Assert.All(rows, row => Assert.All(row[1..8], cell => Assert.Equal("–", cell)));
        Assert.Equal(Grouped(data.Runs[1].Cost!.Cycles), rows[1][8]);
        Assert.DoesNotContain(page.Descendants(), element => (string?)element.Attribute("id") is "search" or "note" or "drift");
    }

    [Fact]
    public void Of_a_single_pair_there_is_no_drift()
    {
        using var scratch = new Scratch();
        VioExperiment experiment = ReportSample.Experiment(ReportSample.Tiny("net", "conv", "linear"), new SyntheticSequence(TrackKind.Race, 2, 1));
        var data = VioReportData.Gather(experiment, [null], null, Presets.Default, scratch.Folder, cancel: TestContext.Current.CancellationToken);
        XDocument page = ReportSample.Parse(VioReport.Html(data, "xrnpe"));
        Assert.StartsWith("net on 1 frame pair of sequence race-1, a path of ", ReportSample.ById(page, "summary").Value, StringComparison.Ordinal);
        Assert.DoesNotContain("constant motion", ReportSample.ById(page, "summary").Value, StringComparison.Ordinal);
        Assert.DoesNotContain(page.Descendants(), element => (string?)element.Attribute("id") is "drift");
        Assert.Contains("No precision ran on the engine.", ReportSample.ById(page, "layers").Value, StringComparison.Ordinal);
    }

    private static void MatmulShapeMust(LayerCost layer, string cell) =>
        Assert.Equal($"{Grouped(layer.Layer.Shape.M)}×{Grouped(layer.Layer.Shape.K)}×{Grouped(layer.Layer.Shape.N)}", cell);

    private static string Grouped(long value) => value.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', '\u202f');

    /// <summary>A sequence that does not tell its path.</summary>
    private sealed class Blind(ISensorSequence inner) : ISensorSequence
    {
        public string Name => inner.Name;

        public int FrameCount => inner.FrameCount;

        public int PairCount => inner.PairCount;

        public IReadOnlyList<Pose>? Poses => null;

        public Frame Frame(int index, int width, int height, int channels) => inner.Frame(index, width, height, channels);

        public double[] Imu(int pair) => inner.Imu(pair);

        public RelativePose? Truth(int pair) => null;
    }
}
