using XrNpe.Coproc;

namespace XrNpe.Vio.Tests;

public sealed class GatherTests
{
    [Fact]
    public void What_the_search_chose_runs_too_and_can_be_passed_back_in()
    {
        using var scratch = new Scratch();
        VioExperiment experiment = ReportSample.Experiment(ReportSample.Tiny("net", "conv", "linear"));
        var data = VioReportData.Gather(experiment, [null], new SearchRequest(null, bytes => bytes, 2), Presets.Default, scratch.Folder, cancel: TestContext.Current.CancellationToken);
        Assert.Equal(["chosen.csv", "chosen.json", "f32.csv"], scratch.Names);
        Assert.Equal(["f32", "chosen"], data.Runs.Select(run => run.Name));
        var read = PrecisionAssignment.Parse(scratch.PathOf("chosen.json"), experiment.Lowered);
        Assert.Equal(data.Search!.Chosen.Assignment.ToJson("net"), read.ToJson("net"));
        Assert.Equal(data.Search.Chosen.Cost.Cycles, data.Runs[^1].Cost!.Cycles);
    }

    [Theory]
    [InlineData("sensitivity of linear")]
    [InlineData("choosing scales, front-1")]
    public void A_search_can_be_cancelled_and_predictions_stay(string step)
    {
        using var scratch = new Scratch();
        using var source = new CancellationTokenSource();
        VioExperiment experiment = ReportSample.Experiment(ReportSample.Tiny("net", "conv", "linear"));
        Assert.ThrowsAny<OperationCanceledException>(() => VioReportData.Gather(
            experiment,
            [null],
            new SearchRequest(null, null, 2),
            Presets.Default,
            scratch.Folder,
            (what, _) =>
            {
                if (what == step) source.Cancel();
            },
            source.Token));
        Assert.True(source.IsCancellationRequested);
        Assert.Equal(["f32.csv"], scratch.Names);
    }

    [Fact]
    public void Precisions_of_one_name_are_refused()
    {
        using var scratch = new Scratch();
        VioExperiment experiment = ReportSample.Experiment(ReportSample.Tiny("net", "conv", "linear"));
        var chosen = PrecisionAssignment.Of("chosen", experiment.Lowered.Layers.ToDictionary(layer => layer.Name, _ => Arith.NumberFormat.P4));
        var e = Assert.Throws<InputException>(() => VioReportData.Gather(experiment, [chosen], new SearchRequest(null, null, 2), Presets.Default, scratch.Folder, cancel: TestContext.Current.CancellationToken));
        Assert.Contains("two precisions are called chosen", e.Message, StringComparison.Ordinal);
        e = Assert.Throws<InputException>(() => PrecisionSweep.Run(experiment, [null, null], Presets.Default, scratch.Folder, cancel: TestContext.Current.CancellationToken));
        Assert.Contains("two precisions are called f32", e.Message, StringComparison.Ordinal);
        Assert.Empty(scratch.Names);
    }
}
