using Google.Protobuf;
using DataType = XrNpe.Vio.Onnx.TensorProto.Types.DataType;

namespace XrNpe.Vio.Tests;

/// <summary>What cannot be imported, and what the message says.</summary>
public class OnnxRefusalTests
{
    [Fact]
    public void Everything_unsupported_is_listed_at_once_with_its_nodes()
    {
        var net = new OnnxModelBuilder();
        string x = net.Named("act1", "Mish", [net.Input("x", 1, 3, 8, 8)]);
        x = net.Named("act2", "Mish", [x]);
        x = net.Named("power", "Pow", [x, net.Weight("powers", [2], [1, 2])]);
        x = net.Named("pool", "MaxPool", [x], ("kernel_shape", Two), ("dilations", Two), ("auto_pad", "SAME_UPPER"));
        x = net.Named("lstm", "LSTM", [x]);
        x = net.Named("after", "Selu", [x]);
        x = net.Node("Conv", [x, net.Weight("w", [1, 1, 1, 1], [1])], ("shuffle", 2));
        net.Graph.Node[^1].Domain = "";
        string y = net.Named("custom", "Fused", [x]);
        net.Graph.Node[^1].Domain = "com.vendor";
        net.Output(y, 1, 3, 8, 8);
        string message = Refused(net);
        string[] parts =
        [
            "Mish (2: act1, act2)", "Pow with several exponents (1: power)", "MaxPool with auto_pad SAME_UPPER and dilations (1: pool)", "LSTM (1: lstm)", "Selu (1: after)", "Conv with the attribute \"shuffle\" (1: Conv_1)",
            "com.vendor.Fused (1: custom)",
        ];
        foreach (string part in parts) Assert.Contains(part, message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
    }

    [Fact]
    public void Long_lists_of_nodes_are_cut()
    {
        var net = new OnnxModelBuilder();
        string x = net.Input("x", 1, 3);
        for (int i = 0; i < 9; i++) x = net.Named($"n{i}", "Selu", [x]);
        net.Output(x, 1, 3);
        Assert.Contains("Selu (9: n0, n1, n2, n3, n4, n5 and 3 more)", Refused(net), StringComparison.Ordinal);
    }

    [Fact]
    public void What_follows_something_unsupported_is_no_error_of_its_own()
    {
        var net = new OnnxModelBuilder();
        string x = net.Named("up", "Resize", [net.Input("x", 1, 3, 8, 8)]);
        x = net.Node("Conv", [net.Node("Concat", [x, x], ("axis", 2)), net.Weight("w", [1, 7, 1, 1], new double[7])]);
        net.Output(net.Named("end", "Selu", [x]), 1, 1, 16, 16);
        string message = Refused(net);
        Assert.Contains("Resize (1: up); Selu (1: end)", message, StringComparison.Ordinal);
        Assert.DoesNotContain("Conv", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Floor", "Floor of a value")]
    [InlineData("Pow", "Pow whose exponent the network computes")]
    [InlineData("Clip", "Clip whose min the network computes")]
    [InlineData("LayerNormalization", "LayerNormalization whose scale the network computes")]
    [InlineData("PRelu", "PRelu whose slope the network computes")]
    [InlineData("Conv", "Conv whose weights the network computes")]
    public void Operators_of_values_where_constants_belong(string op, string expected)
    {
        var net = new OnnxModelBuilder();
        string x = net.Input("x", 1, 3, 8);
        net.Output(net.Node(op, op == "Floor" ? [x] : [x, x]), 1, 3, 8);
        Assert.Contains(expected, Refused(net), StringComparison.Ordinal);
    }

    [Fact]
    public void Variants_that_are_not_supported()
    {
        Variant("AveragePool over 3 axes", net => net.Node("AveragePool", [net.Input("x", 1, 3, 8, 8, 8)], ("kernel_shape", (int[])[2, 2, 2])));
        Variant("AveragePool with ceil_mode and count_include_pad", net => net.Node("AveragePool", [net.Input("x", 1, 3, 8)], ("kernel_shape", (int[])[3]), ("strides", (int[])[2]), ("ceil_mode", 1), ("count_include_pad", 1)));
        Variant("MaxPool with indices", net => net.Several("", "MaxPool", [net.Input("x", 1, 3, 8)], 2, ("kernel_shape", (int[])[2]))[1]);
        Variant("Softmax over several axes", net => net.Node("Softmax", [net.Input("x", 1, 3, 8)]), opset: 11);
        Variant("Pow of a constant", net => net.Node("Pow", [net.Weight("two", [], [2]), net.Input("x", 1, 8)]));
        Variant("Pow with an exponent that repeats the value", net => net.Node("Pow", [net.Input("x", 1, 1), net.Weight("p", [1, 2], [2, 2])]));
        Variant("LayerNormalization with its mean or deviation", net => net.Several("", "LayerNormalization", [net.Input("x", 1, 8), net.Weight("s", [8], new double[8])], 2)[1]);
        Variant("LayerNormalization over (8,) with parameters of shape (3, 8)", net => net.Node("LayerNormalization", [net.Input("x", 1, 3, 8), net.Weight("s", [3, 8], new double[24])]));
        Variant("MatMul with several matrices of weights", net => net.Node("MatMul", [net.Input("x", 1, 2, 3, 4), net.Weight("w", [2, 4, 5], new double[40])]));
        Variant("Concat with a constant", net => net.Node("Concat", [net.Input("x", 1, 3), net.Weight("c", [1, 2], [1, 2])], ("axis", 1)));
        Variant("Gather of indices that are not evenly spaced", net => net.Node("Gather", [net.Input("x", 1, 5), net.Integers(0, 1, 3)], ("axis", 1)));
        Variant("Cast to INT64", net => net.Node("Cast", [net.Input("x", 1, 5)], ("to", 7)));
        Variant("Pad (", net => net.Node("Pad", [net.Input("x", 1, 5), net.Integers(0, 1, 0, 1)]));
        Variant("Mul with a constant that repeats the value", net => net.Node("Mul", [net.Weight("c", [1, 3, 1], [1, 2, 3]), net.Input("x", 1, 1, 5)]));
        Variant("BatchNormalization in training", net => net.Node("BatchNormalization", [net.Input("x", 1, 1), .. Enumerable.Repeat(net.Weight("p", [1], [1]), 4)], ("training_mode", 1)));
        Variant("Conv with auto_pad \"FULL\"", net => net.Node("Conv", [net.Input("x", 1, 1, 5), net.Weight("w", [1, 1, 3], [1, 1, 1])], ("auto_pad", "FULL")));
        Variant("QuantizeLinear (", net => net.Node("QuantizeLinear", [net.Input("x", 1, 5), net.Weight("s", [], [1])]));

        static void Variant(string expected, Func<OnnxModelBuilder, string> add, int opset = 17)
        {
            var net = new OnnxModelBuilder(opset);
            net.Output(add(net), 1, 1);
            Assert.Contains(expected, Refused(net), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Shapes_that_do_not_fit_name_the_layer_and_both_shapes()
    {
        var net = new OnnxModelBuilder();
        string x = net.Node("Conv", [net.Input("x", 1, 3, 8, 8), net.Weight("encoder.conv1.weight", [8, 4, 3, 3], new double[288])]);
        net.Output(x, 1, 8, 6, 6);
        string message = Refused(net);
        foreach (string part in new[] { "layer encoder.conv1", "(3, 8, 8)", "(8, 4, 3, 3)" }) Assert.Contains(part, message, StringComparison.Ordinal);

        net = new OnnxModelBuilder();
        net.Output(net.Node("Add", [net.Input("a", 1, 3), net.Input("b", 1, 4)]), 1, 3);
        Assert.Contains("layer Add_1 (add) does not fit its input (3,) and (4,)", Refused(net), StringComparison.Ordinal);

        net = new OnnxModelBuilder();
        net.Output(net.Node("Mul", [net.Input("a", 1, 3, 2), net.Input("b", 1, 2, 3)]), 1, 3, 3);
        Assert.Contains("layer Mul_1 (multiply) does not fit its input (3, 2) and (2, 3)", Refused(net), StringComparison.Ordinal);

        net = new OnnxModelBuilder();
        net.Output(net.Node("PRelu", [net.Input("x", 1, 3, 8, 8), net.Weight("act.weight", [4, 1, 1], [1, 2, 3, 4])]), 1, 3, 8, 8);
        Assert.Contains("layer act (PReLU 4) does not fit its input (3, 8, 8)", Refused(net), StringComparison.Ordinal);

        net = new OnnxModelBuilder();
        net.Output(net.Node("Clip", [net.Input("x", 1, 3), net.Weight("zero", [2], [0, 0])]), 1, 3);
        Assert.Contains("has min of shape (2,): one float", Refused(net), StringComparison.Ordinal);

        net = new OnnxModelBuilder(10);
        net.Output(net.Node("Clip", [net.Input("x", 1, 3)], ("max", double.NaN)), 1, 3);
        Assert.Contains("has NaN as max: a number", Refused(net), StringComparison.Ordinal);

        net = new OnnxModelBuilder();
        net.Output(net.Node("Reshape", [net.Input("a", -1, 3), net.Integers(2, -1)]), 2, 3);
        Assert.Contains("(1, 3) has 3 elements, and is to become (2, -1)", Refused(net), StringComparison.Ordinal);
    }

    [Fact]
    public void Inputs_must_have_a_batch_of_1_and_fixed_shapes()
    {
        Assert.Contains("input \"x\" is (4, 3, 8, 8): its first axis is the batch, which must be 1", Input([4, 3, 8, 8]), StringComparison.Ordinal);
        Assert.Contains("input \"x\" is (1, 3, n, 8): axis 2 must have a fixed length", Input([1, 3, -1, 8]), StringComparison.Ordinal);
        Assert.Contains("input \"x\" is (1): a batch and at least one more axis", Input([1]), StringComparison.Ordinal);
        Assert.Contains("more elements than can be held", Input([1, 1 << 20, 1 << 20]), StringComparison.Ordinal);
        Assert.Contains("input \"x\" is of type UINT8: floats", Input([1, 3], DataType.Uint8), StringComparison.Ordinal);

        static string Input(int[] shape, DataType type = DataType.Float)
        {
            var net = new OnnxModelBuilder();
            net.Graph.Input.Add(OnnxModelBuilder.Info("x", shape, type));
            net.Output(net.Node("Relu", ["x"]), shape);
            return Refused(net);
        }
    }

    [Fact]
    public void Graphs_that_contradict_themselves()
    {
        var net = new OnnxModelBuilder();
        net.Output(net.Node("Relu", ["nothing"]), 1, 3);
        Assert.Contains("node \"Relu_1\" takes \"nothing\", which no input and no earlier node gives", Refused(net), StringComparison.Ordinal);

        net = new OnnxModelBuilder();
        net.Node("Relu", [net.Input("x", 1, 3)]);
        net.Output("y", 1, 3);
        Assert.Contains("output \"y\" is given by no node", Refused(net), StringComparison.Ordinal);

        net = new OnnxModelBuilder();
        net.Output(net.Node("Identity", [net.Weight("c", [1], [1])]), 1);
        Assert.Contains("is a constant", Refused(net), StringComparison.Ordinal);

        net = new OnnxModelBuilder();
        net.Output(net.Node("Relu", [net.Input("x", 1, 3)]), 1, 3);
        net.Graph.Node.Add(net.Graph.Node[0].Clone());
        Assert.Contains("two nodes or inputs give", Refused(net), StringComparison.Ordinal);

        net = new OnnxModelBuilder();
        net.Output(net.Node("Gemm", [net.Input("x", 1, 3), net.Integers("w", [3, 3], new long[9])]), 1, 3);
        Assert.Contains("has weights \"w\" of integers", Refused(net), StringComparison.Ordinal);

        net = new OnnxModelBuilder();
        net.Output(net.Node("Gemm", [net.Input("x", 1, 3), net.Weight("w", [3, 1], [1, double.NaN, 0])]), 1, 1);
        Assert.Contains("with NaN at [1, 0]", Refused(net), StringComparison.Ordinal);
    }

    [Fact]
    public void Initializers_may_be_listed_among_the_inputs()
    {
        OnnxModelBuilder net = Small();
        net.Graph.Input.Add(OnnxModelBuilder.Info("fc.weight", [4, 3]));
        Assert.Equal(["x"], OnnxJudge.AssertSame(net).Inputs.Select(input => input.Name));
    }

    [Fact]
    public void An_input_that_nothing_takes_is_left_out()
    {
        OnnxModelBuilder net = Small();
        net.Input("training", 1);
        using var scratch = new Scratch();
        Assert.Equal(["x"], OnnxImporter.Read(net.Save(scratch)).Inputs.Select(input => input.Name));
    }

    [Fact]
    public void A_bias_names_a_layer_only_where_its_weights_do_not()
    {
        var net = new OnnxModelBuilder();
        string x = net.Node("MatMul", [net.Input("x", 1, 3), net.Weight("proj.weight", [3, 3], OnnxJudge.Reals(new Random(1), 9))]);
        net.Output(net.Node("Add", [x, net.Weight("position.bias", [3], OnnxJudge.Reals(new Random(2), 3))]), 1, 3);
        Assert.Equal("proj", Assert.Single(OnnxJudge.AssertSame(net).Nodes).Name);
    }

    [Fact]
    public void Names_are_kept_unique()
    {
        var net = new OnnxModelBuilder();
        string w = net.Weight("shared.weight", [3, 3], OnnxJudge.Reals(new Random(1), 9));
        string x = net.Node("Gemm", [net.Node("Gemm", [net.Input("shared", 1, 3), w]), w]);
        net.Output(net.Named("relu\nline", "Relu", [net.Node("Relu", [x])]), 1, 3);
        Assert.Equal(["shared_2", "shared_3", "Relu_1", "relu\uFFFDline"], OnnxJudge.AssertSame(net).Nodes.Select(node => node.Name));
    }

    [Fact]
    public void Every_truncation_is_refused_in_one_line()
    {
        using var scratch = new Scratch();

        // Exporters write the opset last.
        byte[] good = Small().Model.ToByteArray();
        for (int length = 0; length < good.Length; length++)
        {
            string path = scratch.Write("net.onnx", good[..length]);
            string message = Assert.Throws<InputException>(() => OnnxImporter.Read(path)).Message;
            Assert.StartsWith(path, message, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', message);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_damaged_model_is_read_or_refused_in_one_line(bool gated)
    {
        const int Runs = 3_000;
        using var scratch = new Scratch();
        byte[] good = OnnxWriter.Write(gated ? NetworkSamples.Gated(1) : NetworkSamples.Branched(1)).Model.ToByteArray();
        var random = new Random(3);
        for (int run = 0; run < Runs; run++)
        {
            byte[] bytes = [.. good];
            for (int change = random.Next(3); change >= 0; change--) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            string path = scratch.Write("net.onnx", bytes);
            try
            {
                Network network = OnnxImporter.Read(path);
                Assert.NotEmpty(network.Nodes);
            }
            catch (InputException e)
            {
                Assert.DoesNotContain('\n', e.Message);
            }
        }
    }

    [Fact]
    public void Files_that_are_something_else()
    {
        using var scratch = new Scratch();
        Assert.Contains("is not an ONNX model", Message(scratch.Write("a.onnx", "not a model at all"u8.ToArray())), StringComparison.Ordinal);
        Assert.Contains("is not an ONNX model", Message(scratch.Write("b.onnx", [])), StringComparison.Ordinal);
        Assert.Contains("there is no such file", Message(scratch.PathOf("c.onnx")), StringComparison.Ordinal);
        OnnxModelBuilder old = Small();
        old.Model.OpsetImport[0].Version = 6;
        Assert.Contains("uses opset 6: export the network with 7 or later", Message(old.Save(scratch)), StringComparison.Ordinal);

        static string Message(string path) => Assert.Throws<InputException>(() => OnnxImporter.Read(path)).Message;
    }

    private static int[] Two => [2, 2];

    private static OnnxModelBuilder Small()
    {
        var net = new OnnxModelBuilder();
        string w = net.Weight("fc.weight", [4, 3], OnnxJudge.Reals(new Random(1), 12));
        net.Output(net.Named("head", "Gemm", [net.Input("x", 1, 3), w], ("transB", 1)), 1, 4);
        return net;
    }

    private static string Refused(OnnxModelBuilder net)
    {
        using var scratch = new Scratch();
        string path = net.Save(scratch);
        return Assert.Throws<InputException>(() => OnnxImporter.Read(path)).Message;
    }
}
