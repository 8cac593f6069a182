namespace XrNpe.Vio.Tests;

/// <summary>Whole networks, as exporters write them, against ONNX Runtime.</summary>
public class OnnxNetworkTests
{
    [Fact]
    public void A_residual_network()
    {
        var net = new OnnxModelBuilder();
        var random = new Random(1);
        string x = Conv(net, random, "stem", net.Input("image", -1, 3, 16, 16), 3, 8, 3, 1);
        x = net.Node("Relu", [Norm(net, random, "bn1", x, 8)]);
        for (int block = 0; block < 2; block++)
        {
            string y = net.Node("Relu", [Norm(net, random, $"layer{block}.bn1", Conv(net, random, $"layer{block}.conv1", x, 8, 8, 3, 1), 8)]);
            y = Norm(net, random, $"layer{block}.bn2", Conv(net, random, $"layer{block}.conv2", y, 8, 8, 3, 1), 8);
            x = net.Node("Relu", [net.Node("Add", [y, x])]);
        }

        x = net.Node("MaxPool", [x], ("kernel_shape", Square(3)), ("strides", Square(2)), ("pads", (int[])[1, 1, 1, 1]));
        x = net.Node("Flatten", [net.Node("GlobalAveragePool", [x])]);
        net.Output(net.Node("Gemm", [x, net.Weight("fc.weight", [10, 8], Reals(random, 80)), net.Weight("fc.bias", [10], Reals(random, 10))], ("transB", 1)), -1, 10);

        Network network = OnnxJudge.AssertSame(net);
        string[] engine = ["stem", "layer0.conv1", "layer0.conv2", "layer1.conv1", "layer1.conv2", "fc"];
        Assert.Equal(engine, LoweredNetwork.Of(network).Layers.Select(layer => layer.Name));
        AssertFoldingChangesNothing(network);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_network_of_frames_and_an_imu_window(bool samplesFirst)
    {
        var net = new OnnxModelBuilder();
        var random = new Random(2);
        string x = net.Input("images", 1, 6, 64, 128);
        int channels = 6;
        foreach (int outputs in new[] { 8, 16, 32 })
        {
            x = net.Node("LeakyRelu", [Norm(net, random, $"visual.{outputs}.norm", Conv(net, random, $"visual.{outputs}.conv", x, channels, outputs, 5, 2), outputs)], ("alpha", 0.1));
            channels = outputs;
        }

        x = net.Node("ReduceMean", [x], ("axes", (int[])[2, 3]), ("keepdims", 0));
        string imu = samplesFirst ? net.Input("imu", 1, 11, 6) : net.Input("imu", 1, 6, 11);

        // Normalized by axis of the IMU, which comes last or second.
        int[] axes = samplesFirst ? [6] : [6, 1];
        imu = net.Node("Sub", [imu, net.Weight("mean", axes, Reals(random, 6))]);
        imu = net.Node("Div", [imu, net.Weight("std", axes, [9.8, 9.8, 9.8, 0.5, 0.5, 0.25])]);
        if (samplesFirst) imu = net.Node("Transpose", [imu], ("perm", (int[])[0, 2, 1]));
        string w = net.Weight("inertial.0.weight", [16, 6, 3], Reals(random, 288));
        imu = net.Node("LeakyRelu", [net.Node("Conv", [imu, w, net.Weight("inertial.0.bias", [16], Reals(random, 16))], ("pads", (int[])[1, 1]))], ("alpha", 0.1));
        imu = net.Node("Reshape", [imu, net.Integers(1, -1)]);
        string fused = net.Node("Concat", [x, imu], ("axis", 1));
        int features = 32 + (16 * 11);
        fused = net.Node("MatMul", [fused, net.Weight("onnx::MatMul_50", [features, 6], Reals(random, features * 6))]);
        net.Output(net.Node("Add", [fused, net.Weight("pose.bias", [6], Reals(random, 6))]), 1, 6);

        Network network = OnnxJudge.AssertSame(net);
        Assert.Equal(["visual.8.conv", "visual.16.conv", "visual.32.conv", "inertial.0", "pose"], LoweredNetwork.Of(network).Layers.Select(layer => layer.Name));
        Assert.Equal([6], network.Shape(network.Outputs[0]));
        AssertFoldingChangesNothing(network);
    }

    [Fact]
    public void A_depthwise_separable_network()
    {
        var net = new OnnxModelBuilder();
        var random = new Random(3);
        string x = net.Input("image", -1, 4, 15, 17);
        for (int block = 0; block < 3; block++)
        {
            string depthwise = net.Weight($"block{block}.dw.weight", [4, 1, 3, 3], Reals(random, 36));
            x = net.Node("Conv", [x, depthwise], ("group", 4), ("auto_pad", block % 2 == 0 ? "SAME_UPPER" : "SAME_LOWER"), ("strides", Square(1 + (block % 2))));
            x = net.Node("Relu", [Norm(net, random, $"block{block}.bn", x, 4)]);
            x = net.Node("Clip", [Conv(net, random, $"block{block}.pw", x, 4, 4, 1, 1), net.Weight($"zero{block}", [], [0])]);
        }

        net.Output(net.Node("AveragePool", [x], ("kernel_shape", Square(3)), ("pads", (int[])[1, 1, 1, 1]), ("count_include_pad", 1)), -1, 4, -1, -1);
        Network network = OnnxJudge.AssertSame(net);
        Assert.Equal(6, LoweredNetwork.Of(network).Layers.Count);
        AssertFoldingChangesNothing(network);
    }

    [Fact]
    public void Attention_with_heads()
    {
        const int Samples = 7, Features = 12, Heads = 3;
        var net = new OnnxModelBuilder();
        var random = new Random(4);
        string x = net.Input("tokens", -1, Samples, Features);
        string Project(string name, string value)
        {
            string w = net.Weight($"{name}.weight", [Features, Features], Reals(random, Features * Features));
            string product = net.Node("MatMul", [value, net.Node("Transpose", [w], ("perm", (int[])[1, 0]))]);
            return net.Node("Add", [net.Weight($"{name}.bias", [Features], Reals(random, Features)), product]);
        }

        string Head(string name, params int[] perm) =>
            net.Node("Transpose", [net.Node("Reshape", [Project(name, x), net.Integers(0, -1, Heads, Features / Heads)])], ("perm", perm));
        string positions = net.Weight("positions", [1, Samples, Features], Reals(random, Samples * Features));
        x = net.Node("Add", [x, positions]);
        string scores = net.Node("MatMul", [Head("q", 0, 2, 1, 3), Head("k", 0, 2, 3, 1)]);
        scores = net.Node("Div", [scores, net.Weight("root", [], [2])]);
        string mixed = net.Node("MatMul", [net.Node("Softmax", [scores], ("axis", -1)), Head("v", 0, 2, 1, 3)]);
        mixed = net.Node("Reshape", [net.Node("Transpose", [mixed], ("perm", (int[])[0, 2, 1, 3])), net.Integers(0, 0, Features)]);
        net.Output(net.Node("Add", [Project("out", mixed), x]), -1, Samples, Features);

        Network network = OnnxJudge.AssertSame(net);
        EngineLayer[] layers = [.. LoweredNetwork.Of(network).Layers];
        Assert.Equal(["k", "out", "q", "v"], layers.Where(layer => layer.Kind == EngineKind.Linear).Select(layer => layer.Name).Order(StringComparer.Ordinal));
        Assert.Equal(2, layers.Count(layer => layer.Kind == EngineKind.MatrixProduct && layer.Jobs == Heads));
        AssertFoldingChangesNothing(network);
    }

    [Fact]
    public void Attention_that_moves_the_batch_behind_the_samples()
    {
        // PyTorch's MultiheadAttention works on (samples, batch, features) and takes batch and heads together.
        const int Samples = 5, Features = 8, Heads = 2;
        var net = new OnnxModelBuilder();
        var random = new Random(5);
        string x = net.Node("Transpose", [net.Input("tokens", 1, Samples, Features)], ("perm", (int[])[1, 0, 2]));
        string w = net.Weight("attn.in_proj_weight", [Features, 3 * Features], Reals(random, 3 * Features * Features));
        string[] qkv = net.Several("qkv", "Split", [net.Node("MatMul", [x, w])], 3, ("axis", 2));
        string Head(string value) => net.Node("Transpose", [net.Node("Reshape", [value, net.Integers(Samples, Heads, Features / Heads)])], ("perm", (int[])[1, 0, 2]));
        string q = net.Node("Mul", [Head(qkv[0]), net.Weight("scale", [], [0.5])]);
        string scores = net.Node("Softmax", [net.Node("MatMul", [q, net.Node("Transpose", [Head(qkv[1])], ("perm", (int[])[0, 2, 1]))])]);
        string mixed = net.Node("Transpose", [net.Node("MatMul", [scores, Head(qkv[2])])], ("perm", (int[])[1, 0, 2]));
        mixed = net.Node("Reshape", [mixed, net.Integers(Samples, Features)]);
        mixed = net.Node("Gemm", [mixed, net.Weight("attn.out_proj.weight", [Features, Features], Reals(random, Features * Features))], ("transB", 1));
        mixed = net.Node("Transpose", [net.Node("Reshape", [mixed, net.Integers(Samples, 1, Features)])], ("perm", (int[])[1, 0, 2]));
        net.Output(mixed, 1, Samples, Features);
        Network network = OnnxJudge.AssertSame(net);
        Assert.Contains("attn.out_proj", network.Nodes.Select(node => node.Name));
        AssertFoldingChangesNothing(network);
    }

    [Fact]
    public void Arithmetic_on_shapes_around_a_flatten()
    {
        // x.view(x.size(0), -1, x.shape[3]) with an open batch, and a scale computed from a shape.
        var net = new OnnxModelBuilder();
        string x = net.Node("Relu", [net.Input("x", -1, 3, 4, 5)]);
        string shape = net.Node("Shape", [x]);
        string batch = net.Node("Unsqueeze", [net.Node("Gather", [shape, net.Integers("i0", [], [0])], ("axis", 0)), net.Integers(0)]);
        string last = net.Node("Slice", [shape, net.Integers(3), net.Integers(4), net.Integers(0)]);
        string rest = net.Node("Constant", [], ("value", OnnxModelBuilder.Tensor("", Onnx.TensorProto.Types.DataType.Int64, [1], BitConverter.GetBytes(-1L))));
        string target = net.Node("Concat", [batch, rest, net.Node("Cast", [last], ("to", 7))], ("axis", 0));
        x = net.Node("Reshape", [x, target]);
        string root = net.Node("Sqrt", [net.Node("Cast", [last], ("to", 1))]);
        net.Output(net.Node("Mul", [x, net.Node("Div", [net.Weight("one", [1], [1]), root])]), -1, 12, 5);
        Network network = OnnxJudge.AssertSame(net);
        Assert.Equal([12, 5], network.Shape(network.Outputs[0]));
    }

    [Fact]
    public void UL_VIO_with_random_parameters()
    {
        Network network = UlVio.Create(new RandomParameters(11));
        AssertRuntimeAgrees(network);
    }

    [Fact]
    public void UL_VIO_with_its_real_parameters() =>
        AssertRuntimeAgrees(UlVio.Create(StateDict.Open(RealData.File("ulvio", "ulvio_v1.safetensors"))));

    /// <summary>Both the network and what is imported of its ONNX give what ONNX Runtime gives.</summary>
    private static void AssertRuntimeAgrees(Network network)
    {
        using var scratch = new Scratch();
        string path = OnnxWriter.Write(network).Save(scratch);
        Dictionary<string, RealTensor> inputs = OnnxJudge.Inputs(network, seed: 1);
        OnnxJudge.AssertSame(network, path, inputs);
        Network imported = OnnxImporter.Read(path);
        OnnxJudge.AssertSame(imported, path, inputs);
        string[] layers = [.. LoweredNetwork.Of(network).Layers.Select(layer => layer.Name)];
        Assert.Equal(layers, LoweredNetwork.Of(imported).Layers.Select(layer => layer.Name));
        AssertFoldingChangesNothing(network);
    }

    private static void AssertFoldingChangesNothing(Network network)
    {
        Network folded = BatchNormFolding.Apply(network);
        Dictionary<string, RealTensor> inputs = OnnxJudge.Inputs(network, seed: 9);
        foreach ((string before, string after) in network.Outputs.Zip(folded.Outputs))
        {
            OnnxJudge.AssertClose(network.Evaluate(inputs)[before].Data, folded.Evaluate(inputs)[after].Data, before);
        }
    }

    private static string Conv(OnnxModelBuilder net, Random random, string name, string input, int channels, int outputs, int kernel, int stride)
    {
        string w = net.Weight($"{name}.weight", [outputs, channels, kernel, kernel], Reals(random, outputs * channels * kernel * kernel));
        int pad = kernel / 2;
        return net.Node("Conv", [input, w], ("kernel_shape", Square(kernel)), ("strides", Square(stride)), ("pads", (int[])[pad, pad, pad, pad]));
    }

    private static string Norm(OnnxModelBuilder net, Random random, string name, string input, int channels)
    {
        string[] parameters =
        [
            net.Weight($"{name}.weight", [channels], Reals(random, channels)),
            net.Weight($"{name}.bias", [channels], Reals(random, channels)),
            net.Weight($"{name}.running_mean", [channels], Reals(random, channels)),
            net.Weight($"{name}.running_var", [channels], [.. Reals(random, channels).Select(x => 1 + (x / 2))]),
        ];
        return net.Node("BatchNormalization", [input, .. parameters]);
    }

    private static double[] Reals(Random random, int count) => OnnxJudge.Reals(random, count);

    private static int[] Square(int length) => [length, length];
}
