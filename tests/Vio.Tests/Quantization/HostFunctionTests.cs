using XrNpe.Arith;
using XrNpe.Coproc;

namespace XrNpe.Vio.Tests;

/// <summary>Functions of the host between layers of the engine.</summary>
public class HostFunctionTests
{
    private static readonly string[] HostSteps = ["relu6", "squeeze", "gate", "gated", "norm", "flat"];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 6)];

    [Fact]
    public void They_are_steps_of_the_host_and_take_values_in_p16()
    {
        QuantizedNetwork network = Quantized(Gated(1), 1, NumberFormat.P8);
        Assert.Equal(HostSteps, network.Network.HostSteps.Select(step => step.Node.Name));
        Assert.Equal(["conv1", "conv2", "excite", "head"], network.Network.Layers.Select(layer => layer.Name));
        foreach (string value in new[] { "conv1", "conv2", "excite", "gate", "gated" }) Assert.Equal(NumberFormat.P16, network.Held(value)!.Format);
        Assert.Equal(NumberFormat.P8, network.Held("relu6")!.Format);
        Assert.Equal(NumberFormat.P8, network.Held("flat")!.Format);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Emulator_and_golden_model_agree(int seed)
    {
        foreach (NumberFormat format in PrecisionSearch.Formats)
        {
            QuantizedNetwork network = Quantized(Gated(seed), seed, format);
            using var golden = new GoldenBackend();
            using CoprocBackend emulator = CoprocBackend.Emulator(Presets.Default);
            using var predictor = new QuantizedPredictor(network, [golden, emulator]);
            RelativePose pose = predictor.Predict(0, OnnxJudge.Inputs(network.Network.Network, seed));
            Assert.Equal(network.Network.Layers.Sum(layer => layer.Jobs), predictor.JobsCompared);
            Assert.Contains(pose.ToNumbers(), x => x != 0);
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void In_p16_the_network_gives_what_it_gives_in_double(int seed)
    {
        Network network = Gated(seed);
        QuantizedNetwork quantized = Quantized(network, seed, NumberFormat.P16);
        using var golden = new GoldenBackend();
        for (int set = 0; set < 4; set++)
        {
            Dictionary<string, RealTensor> inputs = OnnxJudge.Inputs(network, (10 * seed) + set);
            double[] wanted = network.Evaluate(inputs)["head"].Data, got = quantized.Run(inputs, golden)["head"].Data;
            double size = wanted.Max(Math.Abs);
            Assert.All(wanted.Zip(got), pair => Assert.InRange(Math.Abs(pair.First - pair.Second) / size, 0, 5e-3));
        }
    }

    /// <summary>A clipped convolution, another with a gate by channel, layer normalization, a head.</summary>
    private static Network Gated(int seed)
    {
        var random = new Random(seed);
        int height = random.Next(5, 9), width = random.Next(5, 9);
        Node[] nodes =
        [
            new("conv1", NetworkSamples.Convolution(random, 3, 8, WindowGeometry.Square(3, 1)), ["image"]),
            new("relu6", new Elementwise(ElementFunction.Clip, 0, 6), ["conv1"]),
            new("conv2", NetworkSamples.Convolution(random, 8, 6, WindowGeometry.Square(3, 1)), ["relu6"]),
            new("squeeze", new GlobalAveragePool(KeepsAxes: true), ["conv2"]),
            new("excite", NetworkSamples.Convolution(random, 6, 6, WindowGeometry.Square(1, 1)), ["squeeze"]),
            new("gate", new Elementwise(ElementFunction.Sigmoid), ["excite"]),
            new("gated", new Arithmetic(ArithmeticKind.Multiply), ["gate", "conv2"]),
            new("norm", new LayerNorm([width], OnnxJudge.Reals(random, width), OnnxJudge.Reals(random, width)), ["gated"]),
            new("flat", Reshape.Flatten, ["norm"]),
            new("head", NetworkSamples.Linear(random, 6 * height * width, 6), ["flat"]),
        ];
        return new Network("gated", [new NetworkInput("image", [3, height, width])], nodes, ["head"]);
    }

    private static QuantizedNetwork Quantized(Network network, int seed, NumberFormat format)
    {
        LoweredNetwork lowered = LoweredNetwork.Of(network);
        CalibrationSet set = CalibrationSet.Of(lowered, [.. Enumerable.Range(0, 4).Select(i => OnnxJudge.Inputs(network, (1000 * seed) + i))]);
        return NetworkQuantizer.Quantize(set, _ => format).Network;
    }
}
