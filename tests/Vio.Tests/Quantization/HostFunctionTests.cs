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
        QuantizedNetwork network = Quantized(NetworkSamples.Gated(1), 1, NumberFormat.P8);
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
            QuantizedNetwork network = Quantized(NetworkSamples.Gated(seed), seed, format);
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
        Network network = NetworkSamples.Gated(seed);
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

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Layer_normalization_and_GELU_in_parts_are_good_in_p16(int seed)
    {
        using var scratch = new Scratch();
        Network network = OnnxImporter.Read(Perceptron(seed).Save(scratch));
        QuantizedNetwork quantized = Quantized(network, seed, NumberFormat.P16);
        string output = network.Outputs[0];
        using var golden = new GoldenBackend();
        Dictionary<string, RealTensor> inputs = OnnxJudge.Inputs(network, seed);
        double[] wanted = network.Evaluate(inputs)[output].Data, got = quantized.Run(inputs, golden)[output].Data;
        double size = wanted.Max(Math.Abs);
        Assert.All(wanted.Zip(got), pair => Assert.InRange(Math.Abs(pair.First - pair.Second) / size, 0, 5e-3));
    }

    /// <summary>As an exporter writes a block of a transformer behind its attention.</summary>
    private static OnnxModelBuilder Perceptron(int seed)
    {
        const int Features = 12;
        var random = new Random(seed);
        var net = new OnnxModelBuilder();
        string Dense(string name, string value) => net.Node("MatMul", [value, net.Weight($"{name}.weight", [Features, Features], OnnxJudge.Reals(random, Features * Features))]);
        string Number(string name, double value) => net.Weight(name, [], [value]);
        string Mean(string value) => net.Node("ReduceMean", [value], ("axes", (int[])[-1]), ("keepdims", 1));
        string x = Dense("first", net.Input("tokens", -1, 5, Features));
        string centred = net.Node("Sub", [x, Mean(x)]);
        string variance = Mean(net.Node("Pow", [centred, Number("two", 2)]));
        string normal = net.Node("Div", [centred, net.Node("Sqrt", [net.Node("Add", [variance, Number("epsilon", 1e-5)])])]);
        string y = Dense("second", normal);
        string erf = net.Node("Add", [net.Node("Erf", [net.Node("Div", [y, Number("root", Math.Sqrt(2))])]), Number("one", 1)]);
        y = net.Node("Mul", [net.Node("Mul", [y, erf]), Number("half", 0.5)]);
        net.Output(net.Node("Add", [Dense("third", y), x]), -1, 5, Features);
        return net;
    }

    private static QuantizedNetwork Quantized(Network network, int seed, NumberFormat format)
    {
        LoweredNetwork lowered = LoweredNetwork.Of(network);
        CalibrationSet set = CalibrationSet.Of(lowered, [.. Enumerable.Range(0, 4).Select(i => OnnxJudge.Inputs(network, (1000 * seed) + i))]);
        return NetworkQuantizer.Quantize(set, _ => format).Network;
    }
}
