using XrNpe.Arith;
using XrNpe.Coproc;

namespace XrNpe.Vio.Tests;

public sealed class VioExperimentTests : IDisposable
{
    private static readonly VioModel Model = VioModel.Of(UlVioSmall.Create(new RandomParameters(2)));
    private static readonly SyntheticSequence Ride = new(TrackKind.Race, frames: 12, seed: 4);
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void An_interrupted_run_goes_on_to_the_same_predictions()
    {
        VioExperiment experiment = Experiment();
        PrecisionAssignment precision = PrecisionAssignment.Uniform(experiment.Lowered, NumberFormat.P8);
        PrecisionRun whole = Run(experiment, precision, "whole.csv");
        using var source = new CancellationTokenSource();
        Assert.Throws<OperationCanceledException>(() => Run(
            experiment, precision, "resumed.csv", (what, done) => { if (what.StartsWith("predicting", StringComparison.Ordinal) && done > 0.3) source.Cancel(); }, source.Token));
        string partial = _scratch.PathOf("resumed.csv.partial");
        int before = File.ReadAllLines(partial).Length;
        Assert.InRange(before, 3, 2 + experiment.Pairs.Count - 1);

        PrecisionRun resumed = Run(experiment, precision, "resumed.csv");
        Assert.Equal(whole.Poses, resumed.Poses);
        Assert.Equal(File.ReadAllText(whole.Predictions), File.ReadAllText(resumed.Predictions));
        Assert.False(File.Exists(partial));
    }

    [Fact]
    public void Another_ride_another_precision_and_other_weights_have_other_keys()
    {
        VioExperiment experiment = Experiment();
        PrecisionAssignment p8 = PrecisionAssignment.Uniform(experiment.Lowered, NumberFormat.P8), fp4 = PrecisionAssignment.Uniform(experiment.Lowered, NumberFormat.Fp4);
        var otherRide = new VioExperiment(Model, PairRange.Of(new SyntheticSequence(TrackKind.Race, frames: 12, seed: 5), null), calibrationPairs: 3);
        var otherWeights = new VioExperiment(VioModel.Of(UlVioSmall.Create(new RandomParameters(3))), PairRange.Of(Ride, null), calibrationPairs: 3);
        string[] keys = [experiment.Key(p8), experiment.Key(fp4), experiment.Key(null), otherRide.Key(p8), otherWeights.Key(p8), Experiment((0, 5)).Key(p8)];
        Assert.Equal(keys.Length, keys.Distinct().Count());
        Assert.Equal(keys[0], Experiment().Key(p8));
    }

    [Fact]
    public void Scales_do_not_depend_on_which_frames_are_run()
    {
        PrecisionRun all = Run(Experiment(), PrecisionAssignment.Uniform(Experiment().Lowered, NumberFormat.Fp4), "all.csv");
        VioExperiment part = Experiment((5, 7));
        PrecisionRun some = Run(part, PrecisionAssignment.Uniform(part.Lowered, NumberFormat.Fp4), "some.csv");
        Assert.Equal(all.Poses.Skip(5).Take(2), some.Poses);
    }

    [Fact]
    public void Metrics_cost_and_baselines_are_those_of_the_pairs()
    {
        VioExperiment experiment = Experiment();
        PrecisionRun wide = Run(experiment, PrecisionAssignment.Uniform(experiment.Lowered, NumberFormat.P16), "p16.csv");
        PrecisionRun narrow = Run(experiment, PrecisionAssignment.Uniform(experiment.Lowered, NumberFormat.Fp4), "fp4.csv");
        PrecisionRun reference = Run(experiment, null, "f32.csv");
        Assert.Equal(OdometryMetrics.Compute(wide.Poses, experiment.Truth!), wide.Metrics);
        Assert.InRange(Math.Abs(wide.Metrics!.TRmse - reference.Metrics!.TRmse) / reference.Metrics.TRmse, 0, 0.02);
        Assert.NotNull(reference.HardwareSlopeMetrics);
        Assert.Null(reference.Cost);
        Assert.Equal(experiment.Lowered.Layers.Count, wide.Cost!.Layers.Count);
        Assert.InRange((double)narrow.Cost!.Cycles / wide.Cost.Cycles, 0.25, 0.4);
        Assert.True(narrow.Cost.WeightBytes * 3.9 < wide.Cost.WeightBytes);
        Assert.All(wide.Cost.Layers, layer => Assert.InRange(layer.Utilization, 1e-4, 1));
        (string Name, OdometryMetrics Metrics)[] baselines = [.. experiment.Baselines];
        Assert.Equal(["no motion", "constant motion"], baselines.Select(baseline => baseline.Name));
        Assert.True(baselines[1].Metrics.TRmse < baselines[0].Metrics.TRmse);
    }

    [Fact]
    public void A_search_keeps_its_budget_and_its_front_is_a_front()
    {
        VioExperiment experiment = Experiment();
        PrecisionSearchResult result = PrecisionSearch.Run(experiment, Presets.Default, new SearchRequest(cycles => cycles / 2, null, Points: 2));
        Assert.True(result.Chosen.Point.Cycles <= result.Costs[NumberFormat.P16].Cycles / 2);
        Assert.InRange(Math.Abs(result.Chosen.Cost.Cycles - result.Chosen.Point.Cycles) / (double)result.Chosen.Point.Cycles, 0, 0.02);
        Assert.True(result.Chosen.Error < result.Tried[0].Error);
        Assert.All(experiment.Lowered.Layers, layer =>
        {
            Assert.Equal(0, result.Sensitivity[layer.Name, NumberFormat.P16]);
            Assert.True(result.Sensitivity[layer.Name, NumberFormat.Fp4] > 0);
        });
        string message = Assert.Throws<InputException>(() => PrecisionSearch.Run(experiment, Presets.Default, new SearchRequest(_ => 10, null, Points: 1))).Message;
        Assert.Contains("no assignment fits the budget: the fastest takes", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_layer_is_the_same_on_emulator_and_golden_model()
    {
        VioExperiment experiment = Experiment();
        QuantizedNetwork network = experiment.Quantize(PrecisionAssignment.Uniform(experiment.Lowered, NumberFormat.P8)).Network;
        using CoprocBackend emulator = CoprocBackend.Emulator(Presets.Default);
        CoprocCounters counters = Assert.Single(LayerCheck.Run(network, "visual_encoder.conv3", 0, Model.Inputs(Ride, 0), [emulator]))!;
        Assert.True(counters.Cycles > 0);
        Assert.Contains("has no layer \"conv3\"", Assert.Throws<InputException>(() => LayerCheck.Run(network, "conv3", 0, Model.Inputs(Ride, 0), [emulator])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_network_out_of_an_ONNX_file_gives_the_same_predictions_and_costs_the_same()
    {
        string path = OnnxWriter.Write(Model.Network).Save(_scratch);
        var onnx = new VioExperiment(VioModel.Open(path, null), PairRange.Of(Ride, (0, 4)), calibrationPairs: 3);
        VioExperiment named = Experiment((0, 4));
        Assert.Equal(named.Lowered.Layers.Select(layer => layer.Name), onnx.Lowered.Layers.Select(layer => layer.Name));
        foreach (NumberFormat format in (NumberFormat[])[NumberFormat.P8, NumberFormat.Fp4])
        {
            PrecisionRun a = Run(named, PrecisionAssignment.Uniform(named.Lowered, format), "named.csv"), b = Run(onnx, PrecisionAssignment.Uniform(onnx.Lowered, format), "onnx.csv");
            Assert.Equal(a.Cost!.Cycles, b.Cost!.Cycles);
            Assert.All(a.Poses.Zip(b.Poses), pair => Assert.Equal(pair.First, pair.Second));
        }

        Assert.Contains("brings its own weights", Assert.Throws<InputException>(() => VioModel.Open(path, "w.npz")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 12)]
    [InlineData(5, 5)]
    [InlineData(-1, 3)]
    public void Frames_that_are_not_there_are_refused(int first, int last) =>
        Assert.Contains("frames 0-11", Assert.Throws<InputException>(() => PairRange.Of(Ride, (first, last))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_network_that_is_none_for_frame_pairs_is_refused_with_what_would_be_right()
    {
        var classifier = new Network("classifier", [new NetworkInput("x", [3, 8, 8])], [new Node("pool", new GlobalAveragePool(), ["x"])], ["pool"]);
        string message = Assert.Throws<InputException>(() => VioModel.Of(classifier)).Message;
        Assert.Contains("takes x (3, 8, 8) and gives pool (3,)", message, StringComparison.Ordinal);
        Assert.Contains("two stacked frames", message, StringComparison.Ordinal);
    }

    private static VioExperiment Experiment((int First, int Last)? frames = null) => new(Model, PairRange.Of(Ride, frames), calibrationPairs: 3);

    private PrecisionRun Run(VioExperiment experiment, PrecisionAssignment? precision, string name) =>
        Run(experiment, precision, name, null, TestContext.Current.CancellationToken);

    private PrecisionRun Run(VioExperiment experiment, PrecisionAssignment? precision, string name, Action<string, double>? progress, CancellationToken cancel) =>
        PrecisionRun.Run(experiment, precision, () => [new GoldenBackend()], Presets.Default, _scratch.PathOf(name), progress, cancel);
}
