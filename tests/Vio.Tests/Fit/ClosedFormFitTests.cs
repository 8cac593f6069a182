using XrNpe.Coproc;

namespace XrNpe.Vio.Tests;

public sealed class ClosedFormFitTests
{
    [Fact]
    public void Beats_the_best_constant_motion_on_a_ride_that_it_has_not_seen_and_reads_back_the_same()
    {
        var inputs = new List<IReadOnlyDictionary<string, RealTensor>>();
        var truth = new List<RelativePose>();
        VioModel shape = VioModel.Of(UlVioSmall.Create(new NoParameters()));
        for (int seed = 1; seed <= 8; seed++)
        {
            var ride = new SyntheticSequence(seed % 2 == 0 ? TrackKind.Eight : TrackKind.Race, frames: 101, seed);
            for (int pair = 0; pair < ride.PairCount; pair++)
            {
                inputs.Add(shape.Inputs(ride, pair));
                truth.Add(ride.Truth(pair)!.Value);
            }
        }

        IReadOnlyList<(string Name, int[] Shape, double[] Data)> parameters = ClosedFormFit.Run(inputs, truth, seed: 0);
        using var scratch = new Scratch();
        string path = scratch.PathOf("ulvio-s.safetensors");
        SafetensorsWriter.Write(path, parameters, new Dictionary<string, string> { ["weights"] = "closed-form fit" });
        VioModel model = VioModel.Open(UlVioSmall.Name, path);
        var experiment = new VioExperiment(model, PairRange.Of(new SyntheticSequence(TrackKind.Race, frames: 121, seed: 100), null), calibrationPairs: 2);
        PrecisionRun run = PrecisionRun.Run(experiment, null, () => [], Presets.Default, scratch.PathOf("f32.csv"), cancel: TestContext.Current.CancellationToken);
        OdometryMetrics constant = experiment.Baselines.Single(baseline => baseline.Name == "constant motion").Metrics;
        Assert.True(run.Metrics!.TRmse < constant.TRmse, $"{run.Metrics}, {constant}");
        Assert.True(run.Metrics.RRmse < constant.RRmse / 3, $"{run.Metrics}, {constant}");
        Assert.All(parameters, parameter => Assert.Equal(Array.ConvertAll(parameter.Data, x => (double)(float)x), SafetensorsReader.Read(path, parameter.Name).Values));
    }

    [Fact]
    public void Ridge_regression_finds_a_linear_map_and_leaves_out_what_never_changes()
    {
        var random = new Random(1);
        double[][] x = [.. Enumerable.Range(0, 200).Select(_ => (double[])[random.NextDouble(), 100 * random.NextDouble(), 7])];
        double[][] y = [.. x.Select(row => (double[])[(2 * row[0]) - (0.03 * row[1]) + 5])];
        (double[] weights, double[] bias) = Ridge.Fit(x, y);
        Assert.Equal(2, weights[0], 1e-3);
        Assert.Equal(-0.03, weights[1], 1e-5);
        Assert.Equal(5, bias[0] + (7 * weights[2]), 1e-3);
    }
}
