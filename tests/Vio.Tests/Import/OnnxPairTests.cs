namespace XrNpe.Vio.Tests;

/// <summary>Two values element by element, whatever their shapes, and what is made of that, against ONNX Runtime.</summary>
public class OnnxPairTests
{
    private const int Cases = 60;

    [Theory]
    [InlineData("Add")]
    [InlineData("Sub")]
    [InlineData("Mul")]
    [InlineData("Div")]
    public void Values_that_stretch_over_each_other(string op)
    {
        for (int seed = 0; seed < Cases; seed++)
        {
            var random = new Random(seed);
            int rank = random.Next(1, 5);
            int[] shape = [.. Enumerable.Range(0, rank).Select(_ => random.Next(1, 5))];
            int[] a = Stretchable(random, shape), b = Stretchable(random, shape);
            var net = new OnnxModelBuilder(new[] { 7, 13, 17 }[random.Next(3)]);

            // Inputs have a batch; reshapes take it away, or bring a first axis that is none.
            string x = Shaped(net, "a", a, above: 0), y = Shaped(net, "b", b, above: op == "Div" ? 2 : 0);
            int[] both = Broadcasting.Shape(a, b)!;
            string z = net.Node(op, [x, y]);
            net.Output(z, [.. both.Select(_ => -1)]);
            Network network = OnnxJudge.AssertSame(net, seed);
            Assert.Equal(OnnxValue.Batchless(both), network.Shape(network.Outputs[0]));
        }
    }

    [Theory]
    [InlineData("Add", typeof(Add))]
    [InlineData("Sub", typeof(Arithmetic))]
    [InlineData("Mul", typeof(Arithmetic))]
    public void Values_of_one_shape_or_one_value_twice(string op, Type expected)
    {
        var net = new OnnxModelBuilder();
        string x = net.Input("x", -1, 3, 8), y = net.Input("y", -1, 3, 8);
        net.Output(net.Node(op, [x, net.Node("Squeeze", [y, net.Integers(0)])]), -1, 3, 8);
        net.Output(net.Node(op, [x, x]), -1, 3, 8);
        Assert.All(OnnxJudge.AssertSame(net).Nodes, node => Assert.IsType(expected, node.Operator));
    }

    [Fact]
    public void A_gate_by_channel_needs_no_reshape()
    {
        var random = new Random(1);
        var net = new OnnxModelBuilder();
        string x = net.Input("x", -1, 6, 5, 7);
        string gate = net.Node("Conv", [net.Node("GlobalAveragePool", [x]), net.Weight("gate.weight", [6, 6, 1, 1], OnnxJudge.Reals(random, 36))]);
        net.Output(net.Node("Mul", [net.Node("Sigmoid", [gate]), x]), -1, 6, 5, 7);
        Network network = OnnxJudge.AssertSame(net);
        Assert.Equal(["GlobalAveragePool_1", "gate", "Sigmoid_1", "Mul_1"], network.Nodes.Select(node => node.Name));
    }

    [Fact]
    public void A_constant_over_a_value()
    {
        foreach (int[] shape in new int[][] { [], [5], [3, 1], [1, 3, 5] })
        {
            foreach (int opset in new[] { 7, 17 })
            {
                var net = new OnnxModelBuilder(opset);
                string x = net.Node("Add", [net.Input("x", -1, 3, 5), net.Weight("two", [1], [2])]);
                net.Output(net.Node("Div", [net.Weight("c", shape, OnnxJudge.Reals(new Random(1), RealTensor.Count(shape))), x]), -1, 3, 5);
                Assert.Contains(OnnxJudge.AssertSame(net).Nodes, node => node.Operator is Elementwise { Function: ElementFunction.Reciprocal });
            }
        }
    }

    [Fact]
    public void PRelu_with_slopes_of_every_shape()
    {
        foreach (int[] slopes in new int[][] { [3, 1, 1], [1, 3, 1, 1], [5], [4, 1], [3, 4, 5], [1, 3, 4, 5] })
        {
            foreach (int opset in new[] { 7, 9, 16 })
            {
                var net = new OnnxModelBuilder(opset);
                string w = net.Weight("act.weight", slopes, OnnxJudge.Reals(new Random(2), RealTensor.Count(slopes)));
                net.Output(net.Node("PRelu", [net.Input("x", -1, 3, 4, 5), w]), -1, 3, 4, 5);
                Node node = Assert.Single(OnnxJudge.AssertSame(net).Nodes);
                Assert.IsType<ChannelRectifier>(node.Operator);
                Assert.Equal("act", node.Name);
            }
        }
    }

    [Fact]
    public void LayerNormalization_over_any_axes()
    {
        for (int seed = 0; seed < Cases; seed++)
        {
            var random = new Random(seed);
            int[] shape = [1, .. Enumerable.Range(0, random.Next(1, 4)).Select(_ => random.Next(2, 6))];
            int axis = random.Next(shape.Length);
            int[] over = shape[axis..];
            var net = new OnnxModelBuilder();
            string[] inputs = [net.Input("x", shape), net.Weight("norm.weight", over, OnnxJudge.Reals(random, RealTensor.Count(over)))];
            if (random.Next(3) != 0) inputs = [.. inputs, net.Weight("norm.bias", over, OnnxJudge.Reals(random, RealTensor.Count(over)))];
            List<(string, object)> attributes = [];
            if (axis != shape.Length - 1 || random.Next(2) == 0) attributes.Add(("axis", random.Next(2) == 0 ? axis : axis - shape.Length));
            if (random.Next(2) == 0) attributes.Add(("epsilon", 1e-2));
            net.Output(net.Node("LayerNormalization", inputs, [.. attributes]), shape);
            Node node = Assert.Single(OnnxJudge.AssertSame(net, seed).Nodes);
            Assert.Equal("norm", node.Name);
            Assert.IsType<LayerNorm>(node.Operator);
        }
    }

    [Theory]
    [InlineData(13, false)]
    [InlineData(17, true)]
    public void Layer_normalization_in_its_parts(int opset, bool bySquare)
    {
        var random = new Random(3);
        var net = new OnnxModelBuilder(opset);
        string x = net.Input("x", -1, 7, 12);
        string Mean(string value) => net.Node("ReduceMean", [value], ("axes", (int[])[-1]), ("keepdims", 1));
        string centred = net.Node("Sub", [x, Mean(x)]);
        string variance = Mean(bySquare ? net.Node("Mul", [centred, centred]) : net.Node("Pow", [centred, net.Weight("two", [], [2])]));
        string root = net.Node("Sqrt", [net.Node("Add", [variance, net.Weight("epsilon", [], [1e-5])])]);
        string y = net.Node("Mul", [net.Node("Div", [centred, root]), net.Weight("norm.weight", [12], OnnxJudge.Reals(random, 12))]);
        net.Output(net.Node("Add", [y, net.Weight("norm.bias", [12], OnnxJudge.Reals(random, 12))]), -1, 7, 12);
        OnnxJudge.AssertSame(net);
    }

    /// <summary>A shape that stretches to another: some axes 1, some left out in front.</summary>
    private static int[] Stretchable(Random random, int[] shape)
    {
        int[] some = [.. shape.Select(length => random.Next(3) == 0 ? 1 : length)];
        return some[(random.Next(2) == 0 ? 0 : random.Next(some.Length))..];
    }

    /// <summary>A value of exactly this shape, first axis included, above a number.</summary>
    private static string Shaped(OnnxModelBuilder net, string name, int[] shape, double above)
    {
        string x = net.Node("Add", [net.Input(name, 1, RealTensor.Count(shape)), net.Weight(name + ".above", [1], [above])]);
        return net.Node("Reshape", [x, net.Integers(Array.ConvertAll(shape, length => (long)length))]);
    }
}
