namespace XrNpe.Vio.Tests;

/// <summary>Functions of each element, their attributes and opsets, against ONNX Runtime.</summary>
public class OnnxElementwiseTests
{
    private const int Cases = 12;

    [Theory]
    [InlineData("Sigmoid")]
    [InlineData("Tanh")]
    [InlineData("HardSigmoid")]
    [InlineData("HardSwish")]
    [InlineData("Elu")]
    [InlineData("Softplus")]
    [InlineData("Exp")]
    [InlineData("Abs")]
    [InlineData("Neg")]
    [InlineData("Reciprocal", true)]
    [InlineData("Log", true)]
    [InlineData("Sqrt", true)]
    [InlineData("Erf")]
    public void Functions_without_attributes(string op, bool positive = false)
    {
        foreach (int opset in new[] { 9, 13, 17, 18 })
        {
            if (op == "HardSwish" && opset < 14) continue;
            for (int seed = 0; seed < Cases; seed++)
            {
                Node last = Judge(seed, opset, (net, x) => net.Node(op, [x]), positive);
                Assert.IsType<Elementwise>(last.Operator);
            }
        }
    }

    [Theory]
    [InlineData("HardSigmoid", "alpha", "beta")]
    [InlineData("Elu", "alpha")]
    public void Functions_with_attributes(string op, params string[] attributes)
    {
        for (int seed = 0; seed < Cases; seed++)
        {
            var random = new Random(seed);
            (string, object)[] given = [.. attributes.Where(_ => random.Next(4) != 0).Select(name => (name, (object)random.NextDouble()))];
            Assert.IsType<Elementwise>(Judge(seed, 11 + seed, (net, x) => net.Node(op, [x], given)).Operator);
        }
    }

    [Theory]
    [InlineData(7)]
    [InlineData(11)]
    [InlineData(13)]
    [InlineData(17)]
    public void Clip_with_both_ends_or_one(int opset)
    {
        foreach ((double? smallest, double? largest) in new (double?, double?)[] { (0, 6), (-1, 1), (null, 0.5), (-0.5, null), (0.25, 0.25), (-3, double.MaxValue) })
        {
            double top = largest is double.MaxValue ? float.MaxValue : largest ?? 0;
            Node last = Judge(3, opset, (net, x) =>
            {
                if (opset < 11)
                {
                    List<(string, object)> ends = [];
                    if (smallest is { } a) ends.Add(("min", a));
                    if (largest is not null) ends.Add(("max", top));
                    return net.Node("Clip", [x], [.. ends]);
                }

                string min = smallest is { } s ? net.Weight("smallest", [], [s]) : "";
                return net.Node("Clip", largest is null ? [x, min] : [x, min, net.Weight("largest", [], [top])]);
            });
            Assert.Equal(ElementFunction.Clip, Assert.IsType<Elementwise>(last.Operator).Function);
        }
    }

    [Fact]
    public void A_clip_without_ends_is_nothing_and_from_0_it_is_a_ReLU()
    {
        Assert.IsType<BatchNorm>(Judge(1, 17, (net, x) => net.Node("Clip", [x])).Operator);
        Assert.IsType<Rectifier>(Judge(1, 17, (net, x) => net.Node("Clip", [x, net.Weight("zero", [], [0])])).Operator);
    }

    [Theory]
    [InlineData(2.0, false)]
    [InlineData(3.0, false)]
    [InlineData(-1.0, true)]
    [InlineData(0.5, true)]
    [InlineData(1.7, true)]
    public void Powers(double exponent, bool positive)
    {
        foreach (int opset in new[] { 7, 12, 15 })
        {
            Judge(2, opset, (net, x) => net.Node("Pow", [x, net.Weight("p", [], [exponent])]), positive);
            Judge(3, opset, (net, x) => net.Node("Pow", [x, net.Weight("p", [1], [exponent])]), positive);
            if (opset >= 12 && exponent == Math.Round(exponent)) Judge(4, opset, (net, x) => net.Node("Pow", [x, net.Integers("p", [], [(long)exponent])]), positive);
        }
    }

    [Fact]
    public void Gelu_as_exporters_write_it()
    {
        Judge(1, 17, (net, x) =>
        {
            string y = net.Node("Erf", [net.Node("Div", [x, net.Weight("root", [], [Math.Sqrt(2)])])]);
            y = net.Node("Mul", [x, net.Node("Add", [y, net.Weight("one", [], [1])])]);
            return net.Node("Mul", [y, net.Weight("half", [], [0.5])]);
        });
        Judge(2, 17, (net, x) =>
        {
            string y = net.Node("Mul", [net.Node("Pow", [x, net.Weight("three", [], [3])]), net.Weight("c", [], [0.044715])]);
            y = net.Node("Tanh", [net.Node("Mul", [net.Node("Add", [x, y]), net.Weight("root", [], [Math.Sqrt(2 / Math.PI)])])]);
            return net.Node("Mul", [net.Node("Mul", [x, net.Node("Add", [y, net.Weight("one", [], [1])])]), net.Weight("half", [], [0.5])]);
        });
    }

    [Fact]
    public void Activations_as_exporters_write_them()
    {
        // SiLU, Mish, and a sigmoid by hand.
        Judge(1, 17, (net, x) => net.Node("Mul", [x, net.Node("Sigmoid", [x])]));
        Judge(2, 17, (net, x) => net.Node("Mul", [x, net.Node("Tanh", [net.Node("Softplus", [x])])]));
        Judge(3, 17, (net, x) =>
        {
            string one = net.Weight("one", [], [1]);
            return net.Node("Div", [one, net.Node("Add", [net.Node("Exp", [net.Node("Neg", [x])]), one])]);
        });
    }

    [Theory]
    [InlineData("Log")]
    [InlineData("Abs")]
    [InlineData("Tanh")]
    [InlineData("Sigmoid")]
    [InlineData("Softplus")]
    [InlineData("Sqrt")]
    public void Functions_of_constants_leave_no_node(string op)
    {
        var net = new OnnxModelBuilder();
        string gate = net.Node(op, [net.Weight("gate", [4], [0.5, 1.25, 2, 4])]);
        net.Output(net.Node("Mul", [net.Input("x", -1, 3, 4), gate]), -1, 3, 4);
        Assert.IsType<BatchNorm>(Assert.Single(OnnxJudge.AssertSame(net).Nodes).Operator);
    }

    [Fact]
    public void Powers_of_constants_leave_no_node()
    {
        var net = new OnnxModelBuilder();
        string root = net.Node("Pow", [net.Weight("features", [], [12]), net.Weight("half", [], [-0.5])]);
        string squares = net.Node("Pow", [net.Weight("gate", [4], [0.5, -1.25, 2, 4]), net.Integers("two", [1], [2])]);
        string counts = net.Node("Cast", [net.Node("Pow", [net.Integers(1, 2, 3, 4), net.Integers("three", [], [3])])], ("to", 1));
        string x = net.Node("Mul", [net.Node("Mul", [net.Input("x", -1, 3, 4), root]), net.Node("Mul", [squares, counts])]);
        net.Output(x, -1, 3, 4);
        Assert.Equal(2, OnnxJudge.AssertSame(net).Nodes.Count);
    }

    /// <summary>Judges a function of a value from −4 to 4, or above 0.</summary>
    /// <returns>The last node.</returns>
    private static Node Judge(int seed, int opset, Func<OnnxModelBuilder, string, string> add, bool positive = false)
    {
        var random = new Random(seed);
        int[] shape = [1, .. Enumerable.Range(0, random.Next(1, 4)).Select(_ => random.Next(2, 7))];
        var net = new OnnxModelBuilder(opset);
        string x = net.Node("Mul", [net.Input("x", shape), net.Weight("four", [1], [4])]);
        if (positive) x = net.Node("Add", [net.Node("Abs", [x]), net.Weight("least", [], [0.1])]);
        net.Output(add(net, x), shape);
        Network network = OnnxJudge.AssertSame(net, seed);
        Assert.Equal(shape[1..], network.Shape(network.Outputs[0]));
        return network.Nodes[^1];
    }
}
