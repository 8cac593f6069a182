using XrNpe.Arith;
using XrNpe.Coproc;

namespace XrNpe.Vio.Tests;

/// <summary>UL-VIO with its real weights on real frames, where they are there.</summary>
public sealed class UlVioTests
{
    [Fact]
    public void It_has_as_many_parameters_and_operations_as_published()
    {
        Network network = UlVio.Create(new NoParameters());
        Assert.Equal(893_976, network.Parameters);
        LoweredNetwork lowered = LoweredNetwork.Of(network);
        Assert.Equal(174.8, Math.Round(lowered.Layers.Sum(layer => layer.Macs) / 1e6, 1));
        Assert.Equal(["visual_encoder.avgpool", "inertial_encoder.flatten", "pose_net.fuse"], lowered.HostSteps.Select(step => step.Node.Name));
    }

    [Fact]
    public void The_small_network_has_about_a_hundred_thousand_parameters() =>
        Assert.InRange(UlVioSmall.Create(new NoParameters()).Parameters, 80_000, 120_000);

    [Fact]
    public void Real_weights_on_real_frames_are_as_good_as_they_should_be()
    {
        string weights = RealData.File("ulvio", "ulvio_v1.safetensors"), kitti = RealData.File("kitti");
        _ = RealData.File("kitti", "sequences", "06");
        VioExperiment experiment = VioExperiment.Open(new VioSource(UlVio.Name, weights, kitti, "06", null, CalibrationPairs: 4));
        using var scratch = new Scratch();
        PrecisionRun reference = Run(null), p16 = Run(NumberFormat.P16), p8 = Run(NumberFormat.P8), fp4 = Run(NumberFormat.Fp4);
        Assert.InRange(reference.Metrics!.TRmse, 0.015, 0.03);
        Assert.InRange(reference.Metrics.RRmse, 0.03, 0.06);
        Assert.InRange(Math.Abs(p16.Metrics!.TRmse - reference.Metrics.TRmse), 0, 0.0005);
        Assert.InRange(Math.Abs(p16.Metrics.RRmse - reference.HardwareSlopeMetrics!.RRmse), 0, 0.001);
        Assert.True(p8.Metrics!.TRmse < 0.03 && p8.Metrics.RRmse < 0.2, $"{p8.Metrics}");
        Assert.True(fp4.Metrics!.TRmse < 0.1 && fp4.Metrics.RRmse < 0.8, $"{fp4.Metrics}");

        PrecisionRun Run(NumberFormat? format) => PrecisionRun.Run(
            experiment,
            format is { } f ? PrecisionAssignment.Uniform(experiment.Lowered, f) : null,
            () => [new GoldenBackend()],
            Presets.Default,
            scratch.PathOf($"{format}.csv"),
            cancel: TestContext.Current.CancellationToken);
    }
}
