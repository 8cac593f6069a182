using XrNpe.Arith;
using XrNpe.Coproc;
using XrNpe.Vio;
using XrNpe.Vio.Tests;

namespace XrNpe.Cosim;

/// <summary>A whole network for a frame pair, layer by layer: the same bytes from golden model, emulator and RTL, and the same cycles from the latter two.</summary>
public sealed class NetworkTests
{
    private static readonly NumberFormat[] Formats = [NumberFormat.P8, NumberFormat.Fp4, NumberFormat.P16, NumberFormat.P4];

    public static TheoryData<int> Shifts => [0, 1, 2, 3];

    /// <summary>Every layer in every format in turn, so that every format meets every other at some output.</summary>
    [Theory]
    [MemberData(nameof(Shifts))]
    public void Every_layer_of_a_frame_pair_equals_golden_and_emulator(int shift)
    {
        VioModel model = VioModel.Of(UlVioSmall.Create(new RandomParameters(11)));
        var ride = new SyntheticSequence(TrackKind.Eight, frames: 3, seed: 6);
        LoweredNetwork lowered = LoweredNetwork.Of(model.Network);
        string[] names = [.. lowered.Layers.Select(layer => layer.Name)];
        CalibratedNetwork network = NetworkQuantizer.Quantize(
            CalibrationSet.Of(lowered, [model.Inputs(ride, 0)]), name => Formats[(Array.IndexOf(names, name) + shift) % Formats.Length]);
        using var golden = new GoldenBackend();
        using CoprocBackend emulator = CoprocBackend.Emulator(Presets.Default);
        using var rtl = new CoprocBackend("rtl", memory => Rtl.Open(Presets.Default, memory));
        int jobs = 0;
        network.Network.Run(model.Inputs(ride, 1), golden, (layer, job, expected) =>
        {
            MatmulResult emulated = emulator.Run(job), simulated = rtl.Run(job);
            Assert.Equal(expected.C, simulated.C);
            Assert.Equal(expected.C, emulated.C);
            Assert.Equal(emulated.Counters, simulated.Counters);
            jobs++;
        });
        Assert.Equal(names.Length, jobs);
    }
}
