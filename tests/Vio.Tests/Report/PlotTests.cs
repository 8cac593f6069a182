using System.Globalization;
using System.Xml.Linq;
using XrNpe.Arith;

namespace XrNpe.Vio.Tests;

public sealed class PlotTests
{
    [Theory]
    [InlineData(0, 1, false, new[] { 0, 0.2, 0.4, 0.6, 0.8, 1 })]
    [InlineData(-40, 130, false, new double[] { 0, 50, 100 })]
    [InlineData(0.5, 300, true, new double[] { 1, 10, 100 })]
    [InlineData(1e-9, 1, true, new[] { 1e-8, 1e-6, 1e-4, 1e-2, 1 })]
    [InlineData(20, 60, true, new double[] { 20, 30, 40, 50, 60 })]
    public void Ticks_are_round_numbers_within_the_axis(double low, double high, bool log, double[] wanted)
    {
        double[] ticks = [.. new PlotAxis(low, high, log, "").Ticks(5).Select(tick => tick.Value)];
        Assert.Equal(wanted.Length, ticks.Length);
        Assert.All(wanted.Zip(ticks), pair => Assert.Equal(pair.First, pair.Second, Math.Abs(pair.First) * 1e-9));
    }

    [Fact]
    public void Frames_are_whole() => Assert.Equal(["3", "4", "5"], new PlotAxis(3, 5, false, "", IsWhole: true).Ticks(6).Select(tick => tick.Label));

    [Theory]
    [InlineData(0.2, "0.2")]
    [InlineData(20_000, "20\u202fk")]
    [InlineData(1_500_000, "1.5\u202fM")]
    [InlineData(-40, "-40")]
    [InlineData(1e-6, "10⁻⁶")]
    [InlineData(2e-5, "2·10⁻⁵")]
    public void Ticks_are_short(double value, string label) =>
        Assert.Equal(label, new PlotAxis(value - (Math.Abs(value) / 3), value + (Math.Abs(value) / 3), false, "").Ticks(3).Single(tick => Math.Abs(tick.Value - value) < Math.Abs(value) / 1e6).Label);

    [Fact]
    public void A_metre_is_as_long_in_both_directions_of_a_trajectory()
    {
        var ride = new SyntheticSequence(TrackKind.Race, 60, 3);
        XElement svg = Trajectory(ride.Poses, Scaled(ride.Poses, 1.1), out IReadOnlyList<string> cut);
        Assert.Empty(cut);
        (double Value, double Place)[] x = Ticks(svg, "mid tick", "x"), z = Ticks(svg, "end tick", "y");
        double right = (x[^1].Place - x[0].Place) / (x[^1].Value - x[0].Value), ahead = (z[^1].Place - z[0].Place) / (z[^1].Value - z[0].Value);
        Assert.True(right > 0, "x to the right");
        Assert.Equal(right, -ahead, 0.01);
    }

    [Fact]
    public void A_path_that_runs_away_is_cut_off_and_named()
    {
        var ride = new SyntheticSequence(TrackKind.Race, 60, 3);
        _ = Trajectory(ride.Poses, Scaled(ride.Poses, 50), out IReadOnlyList<string> cut);
        Assert.Equal(["f32"], cut);
    }

    [Fact]
    public void A_path_that_is_no_number_leaves_a_drawing()
    {
        var ride = new SyntheticSequence(TrackKind.Race, 4, 3);
        XElement svg = Trajectory(ride.Poses, Scaled(ride.Poses, double.NaN), out IReadOnlyList<string> cut);
        Assert.Equal(["f32"], cut);
        Assert.DoesNotContain("NaN", svg.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(NumberFormat.Fp4, 7)]
    [InlineData(NumberFormat.P4, 7)]
    [InlineData(NumberFormat.P8, 127)]
    [InlineData(NumberFormat.P16, 32767)]
    public void A_number_line_has_every_value_above_0(NumberFormat format, int count)
    {
        IReadOnlyList<double> values = NumberLinePlot.Values(format);
        Assert.Equal(count, values.Distinct().Count());
        Assert.True(values[0] > 0);
        Assert.Equal(format == NumberFormat.Fp4 ? 6 : Math.ScaleB(1, FormatInfo.Of(format).MaxExponent), values[^1]);
        Assert.Equal("svg", XElement.Parse(NumberLinePlot.Svg(format, null).Text).Name.LocalName);
    }

    [Fact]
    public void Scaled_weights_are_what_was_rounded_to_the_codes()
    {
        foreach (PrecisionRun run in ReportSample.Data.Runs.Where(run => run.Network is not null))
        {
            foreach (QuantizedLayer layer in run.Network!.Network.Layers)
            {
                Assert.Equal(layer.Weights, Enumerable.Range(0, layer.Weights.Length).Select(at => (ushort)FormatConvert.FromDouble(layer.Format, ScaledWeights.Scaled(layer, at))));
            }
        }
    }

    [Fact]
    public void A_histogram_counts_every_weight_once()
    {
        long all = ReportSample.Data.Experiment.Lowered.Layers.Sum(layer => layer.Weights.LongLength);
        foreach (NumberFormat format in PrecisionSearch.Formats)
        {
            ScaledWeights weights = ScaledWeights.Of(format, ReportSample.Data.Runs)!;
            Assert.Equal(all, weights.Count);
            Assert.Equal(all, weights.Bins.Sum() + weights.Zeros + weights.Faint);
            Assert.Equal($"{FormatInfo.Of(format)}", weights.Source);
            if (format != NumberFormat.Fp4) Assert.Equal(0, weights.Lost);
        }

        Assert.Null(ScaledWeights.Of(NumberFormat.P8, ReportSample.Data.Runs.Where(run => run.Name is "f32" or "p16").ToArray()));
    }

    private static XElement Trajectory(IReadOnlyList<Pose> truth, IReadOnlyList<RelativePose> predicted, out IReadOnlyList<string> cut)
    {
        var run = new PrecisionRun(null, null, null, "", predicted, null, null, 0);
        return XElement.Parse(TrajectoryPlot.Svg(ReportSeries.Of([run]), truth, out cut).Text);
    }

    private static RelativePose[] Scaled(IReadOnlyList<Pose> poses, double factor) =>
        [.. Vio.Trajectory.Pairs(poses).Select(pair => pair with { X = pair.X * factor, Y = pair.Y * factor, Z = pair.Z * factor })];

    private static (double Value, double Place)[] Ticks(XElement svg, string style, string axis) =>
    [
        .. svg.Descendants().Where(element => (string?)element.Attribute("class") == style)
            .Select(element => (double.Parse(element.Value, CultureInfo.InvariantCulture), double.Parse(element.Attribute(axis)!.Value, CultureInfo.InvariantCulture))),
    ];
}
