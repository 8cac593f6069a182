namespace XrNpe.Vio.Tests;

/// <summary>Every operator with random shapes and attributes, against ONNX Runtime.</summary>
public class OnnxOperatorTests
{
    private const int Cases = 40;

    [Fact]
    public void Convolutions_of_images()
    {
        for (int seed = 0; seed < Cases; seed++)
        {
            var random = new Random(seed);
            int groups = random.Next(1, 4), channels = groups * random.Next(1, 4), outputs = groups * random.Next(1, 4);
            int[] kernel = [random.Next(1, 5), random.Next(1, 5)];
            var net = new OnnxModelBuilder();
            string x = net.Input("x", -1, channels, random.Next(9, 14), random.Next(9, 14));
            string w = net.Weight("conv.weight", [outputs, channels / groups, .. kernel], Reals(random, outputs * channels / groups * kernel[0] * kernel[1]));
            string[] inputs = random.Next(2) == 0 ? [x, w] : [x, w, net.Weight("conv.bias", [outputs], Reals(random, outputs))];
            net.Output(net.Node("Conv", inputs, [.. Window(random, kernel, dilates: true), ("group", groups)]), -1, outputs, -1, -1);
            Network network = OnnxJudge.AssertSame(net, seed);
            Assert.Equal(["conv"], network.Nodes.Select(node => node.Name));
        }
    }

    [Fact]
    public void Convolutions_of_sequences()
    {
        for (int seed = 0; seed < Cases; seed++)
        {
            var random = new Random(seed);
            int channels = random.Next(1, 5), outputs = random.Next(1, 5);
            int[] kernel = [random.Next(1, 5)];
            var net = new OnnxModelBuilder();
            string x = net.Input("imu", 1, channels, random.Next(9, 14));
            string w = net.Weight("conv.weight", [outputs, channels, .. kernel], Reals(random, outputs * channels * kernel[0]));
            net.Output(net.Node("Conv", [x, w], Window(random, kernel, dilates: true)), 1, outputs, -1);
            Assert.IsType<Convolution>(Assert.Single(OnnxJudge.AssertSame(net, seed).Nodes).Operator);
        }
    }

    [Theory]
    [InlineData("MaxPool")]
    [InlineData("AveragePool")]
    public void Pools_of_images_and_sequences(string op)
    {
        for (int seed = 0; seed < Cases; seed++)
        {
            var random = new Random(seed);
            int[] kernel = [.. Enumerable.Range(0, random.Next(1, 3)).Select(_ => random.Next(2, 5))];
            (string, object)[] attributes = [.. Window(random, kernel, dilates: op == "MaxPool"), ("kernel_shape", kernel)];
            if (op == "AveragePool") attributes = [.. attributes, ("count_include_pad", random.Next(2))];
            var net = new OnnxModelBuilder();
            int[] shape = [1, random.Next(1, 5), .. kernel.Select(_ => random.Next(9, 14))];
            net.Output(net.Node(op, [net.Input("x", shape)], attributes), [.. shape.Select(_ => -1)]);
            Assert.IsType<Pool>(Assert.Single(OnnxJudge.AssertSame(net, seed).Nodes).Operator);
        }
    }

    [Theory]
    [InlineData("MaxPool")]
    [InlineData("AveragePool")]
    public void Pools_whose_last_steps_are_rounded_up(string op)
    {
        for (int seed = 0; seed < Cases; seed++)
        {
            var random = new Random(seed);
            int[] kernel = [random.Next(2, 5), random.Next(2, 5)], strides = [random.Next(1, 5), random.Next(1, 5)];
            int[] pads = [random.Next(kernel[0]), random.Next(kernel[1]), random.Next(kernel[0]), random.Next(kernel[1])];
            var net = new OnnxModelBuilder(19);
            string x = net.Input("x", 1, 2, random.Next(5, 14), random.Next(5, 14));
            net.Output(net.Node(op, [x], ("kernel_shape", kernel), ("strides", strides), ("pads", pads), ("ceil_mode", 1)), 1, 2, -1, -1);
            Assert.Single(OnnxJudge.AssertSame(net, seed).Nodes);
        }
    }

    [Theory]
    [InlineData("GlobalAveragePool", 3)]
    [InlineData("GlobalAveragePool", 2)]
    [InlineData("GlobalMaxPool", 3)]
    [InlineData("GlobalMaxPool", 2)]
    public void Global_pools(string op, int rank)
    {
        var net = new OnnxModelBuilder();
        string x = net.Input("x", [-1, 3, .. Enumerable.Repeat(5, rank - 1)]);
        net.Output(net.Node(op, [x]), [1, 3, .. Enumerable.Repeat(1, rank - 1)]);
        Assert.Single(OnnxJudge.AssertSame(net).Nodes);
    }

    [Theory]
    [InlineData(13, 1)]
    [InlineData(13, 0)]
    [InlineData(18, 1)]
    [InlineData(18, 0)]
    public void Means_over_any_axes(int opset, int keepdims)
    {
        foreach (int[] axes in new int[][] { [2, 3], [-1, -2], [1], [3], [1, 3], [2], [1, 2, 3], [0, 2, 3] })
        {
            var net = new OnnxModelBuilder(opset);
            string x = net.Input("x", 1, 3, 4, 5);
            string y = opset < 18
                ? net.Node("ReduceMean", [x], ("axes", axes), ("keepdims", keepdims))
                : net.Node("ReduceMean", [x, net.Integers(Array.ConvertAll(axes, axis => (long)axis))], ("keepdims", keepdims));
            net.Graph.Output.Add(OnnxModelBuilder.Info(y, [.. Enumerable.Repeat(-1, keepdims == 1 ? 4 : 4 - axes.Length)]));
            Assert.NotEmpty(OnnxJudge.AssertSame(net).Nodes);
        }
    }

    [Fact]
    public void Gemm_with_all_its_attributes()
    {
        for (int seed = 0; seed < Cases; seed++)
        {
            var random = new Random(seed);
            int features = random.Next(1, 9), outputs = random.Next(1, 9), rows = random.Next(3) == 0 ? random.Next(2, 4) : 1;
            bool transposed = random.Next(2) == 0, transposesA = random.Next(4) == 0;
            var net = new OnnxModelBuilder();
            string x = net.Input("x", 1, rows * features);
            string a = net.Node("Reshape", [x, net.Integers(transposesA ? features : rows, transposesA ? rows : features)]);
            string w = net.Weight("head.weight", transposed ? [outputs, features] : [features, outputs], Reals(random, features * outputs));
            int[] bias = random.Next(3) switch { 0 => [outputs], 1 => [1, outputs], _ => [] };
            string[] inputs = random.Next(3) == 0 ? [a, w] : [a, w, net.Weight("head.bias", bias, Reals(random, RealTensor.Count(bias)))];
            (string, object)[] attributes = [("transB", transposed ? 1 : 0), ("transA", transposesA ? 1 : 0), ("alpha", random.NextDouble()), ("beta", random.NextDouble())];
            net.Output(net.Node("Gemm", inputs, attributes), -1, outputs);
            Network network = OnnxJudge.AssertSame(net, seed);
            Assert.Single(network.Nodes, node => node is { Name: "head", Operator: Linear });
        }
    }

    [Theory]
    [InlineData(new[] { 1, 6 }, new[] { 6, 4 }, new[] { 1, 4 })]
    [InlineData(new[] { 1, 5, 6 }, new[] { 6, 4 }, new[] { 1, 5, 4 })]
    [InlineData(new[] { 1, 2, 5, 6 }, new[] { 1, 1, 6, 4 }, new[] { 1, 2, 5, 4 })]
    [InlineData(new[] { 1, 5, 6 }, new[] { 6 }, new[] { 1, 5 })]
    public void MatMul_by_a_constant_is_a_linear_layer(int[] value, int[] constant, int[] result)
    {
        var net = new OnnxModelBuilder();
        string w = net.Weight("proj.weight", constant, Reals(new Random(2), RealTensor.Count(constant)));
        net.Output(net.Node("MatMul", [net.Input("x", value), w]), result);
        Assert.IsType<Linear>(OnnxJudge.AssertSame(net).Nodes[0].Operator);
    }

    [Theory]
    [InlineData(new[] { 1, 6, 5 }, new[] { 4, 6 }, new[] { 1, 4, 5 })]
    [InlineData(new[] { 1, 2, 6, 5 }, new[] { 4, 6 }, new[] { 1, 2, 4, 5 })]
    [InlineData(new[] { 1, 6, 5 }, new[] { 6 }, new[] { 1, 5 })]
    public void MatMul_of_a_constant_is_a_linear_layer_between_transposes(int[] value, int[] constant, int[] result)
    {
        var net = new OnnxModelBuilder();
        string w = net.Weight("mix", constant, Reals(new Random(2), RealTensor.Count(constant)));
        net.Output(net.Node("MatMul", [w, net.Input("x", value)]), result);
        Assert.Single(OnnxJudge.AssertSame(net).Nodes, node => node.Operator is Linear);
    }

    [Theory]
    [InlineData(new[] { 1, 5, 6 }, new[] { 1, 6, 4 }, new[] { 1, 5, 4 })]
    [InlineData(new[] { 1, 3, 5, 6 }, new[] { 1, 3, 6, 4 }, new[] { 1, 3, 5, 4 })]
    public void MatMul_of_two_values(int[] a, int[] b, int[] result)
    {
        var net = new OnnxModelBuilder();
        net.Output(net.Node("MatMul", [net.Input("a", a), net.Input("b", b)]), result);
        Assert.IsType<MatrixProduct>(Assert.Single(OnnxJudge.AssertSame(net).Nodes).Operator);
    }

    [Theory]
    [InlineData("Add")]
    [InlineData("Sub")]
    [InlineData("Mul")]
    [InlineData("Div")]
    public void Arithmetic_with_constants(string op)
    {
        int[][] constants = [[], [1], [5], [4, 1], [4, 5], [3, 1, 1], [1, 3, 1, 1], [1, 3, 4, 5], [3, 1, 5], [1, 1, 4, 1]];
        foreach (int[] shape in constants)
        {
            foreach (bool first in new[] { false, true })
            {
                if (op == "Div" && first) continue;
                var net = new OnnxModelBuilder();
                string x = net.Input("x", 1, 3, 4, 5);
                string c = net.Weight("mean", shape, [.. Reals(new Random(3), RealTensor.Count(shape)).Select(v => v + 2)]);
                net.Output(net.Node(op, first ? [c, x] : [x, c]), 1, 3, 4, 5);
                Assert.Single(OnnxJudge.AssertSame(net).Nodes, node => node.Operator is BatchNorm);
            }
        }
    }

    [Fact]
    public void A_sum_behind_a_layer_is_its_bias()
    {
        var net = new OnnxModelBuilder();
        string x = net.Input("x", -1, 6);
        string y = net.Node("MatMul", [x, net.Weight("onnx::MatMul_12", [6, 4], Reals(new Random(1), 24))]);
        net.Output(net.Node("Add", [net.Weight("encoder.fc.bias", [4], Reals(new Random(2), 4)), y]), -1, 4);
        Node node = Assert.Single(OnnxJudge.AssertSame(net).Nodes);
        Assert.Equal("encoder.fc", node.Name);
        Assert.NotNull(Assert.IsType<Linear>(node.Operator).Bias);
    }

    [Fact]
    public void A_sum_behind_a_layer_that_others_take_too_is_not_its_bias()
    {
        var net = new OnnxModelBuilder();
        string x = net.Input("x", -1, 3, 6, 6);
        string y = net.Node("Conv", [x, net.Weight("c.weight", [4, 3, 3, 3], Reals(new Random(1), 108))]);
        string z = net.Node("Identity", [y]);
        net.Output(net.Node("Add", [z, net.Weight("shift", [4, 1, 1], Reals(new Random(2), 4))]), -1, 4, 4, 4);
        net.Output(net.Node("Relu", [y]), -1, 4, 4, 4);
        Assert.Null(Assert.IsType<Convolution>(OnnxJudge.AssertSame(net).Nodes[0].Operator).Bias);
    }

    [Theory]
    [InlineData(new[] { 1, 3, 4, 5 })]
    [InlineData(new[] { 1, 3, 7 })]
    [InlineData(new[] { 1, 3 })]
    public void BatchNormalization_with_its_statistics(int[] shape)
    {
        var random = new Random(5);
        var net = new OnnxModelBuilder();
        string[] inputs = [net.Input("x", shape), net.Weight("bn1.weight", [3], Reals(random, 3)), net.Weight("bn1.bias", [3], Reals(random, 3)), net.Weight("bn1.running_mean", [3], Reals(random, 3)), net.Weight("bn1.running_var", [3], [0.25, 1, 4])];
        net.Output(net.Node("BatchNormalization", inputs, ("epsilon", 1e-3), ("momentum", 0.9)), shape);
        Assert.Equal("bn1", Assert.Single(OnnxJudge.AssertSame(net).Nodes).Name);
    }

    [Theory]
    [InlineData("Relu")]
    [InlineData("LeakyRelu")]
    [InlineData("LeakyRelu", 0.1)]
    public void Rectifiers(string op, double? alpha = null)
    {
        var net = new OnnxModelBuilder();
        net.Output(net.Node(op, [net.Input("x", 1, 3, 8)], alpha is { } a ? [("alpha", a)] : []), 1, 3, 8);
        Rectifier rectifier = Assert.IsType<Rectifier>(Assert.Single(OnnxJudge.AssertSame(net).Nodes).Operator);
        Assert.Equal(alpha ?? (op == "Relu" ? 0 : 0.01), rectifier.Slope);
    }

    [Fact]
    public void PRelu_with_one_slope_and_Clip_without_top_are_rectifiers()
    {
        var net = new OnnxModelBuilder();
        string x = net.Node("PRelu", [net.Input("x", 1, 3, 8), net.Weight("slope", [3, 1], [0.25, 0.25, 0.25])]);
        x = net.Node("Add", [x, net.Weight("one", [1], [-0.1])]);
        net.Output(net.Node("Clip", [x, net.Weight("zero", [], [0])]), 1, 3, 8);
        Assert.Equal([0.25, 0], OnnxJudge.AssertSame(net).Nodes.Select(node => node.Operator).OfType<Rectifier>().Select(rectifier => rectifier.Slope));

        var old = new OnnxModelBuilder(10);
        old.Output(old.Node("Clip", [old.Input("x", 1, 8)], ("min", 0.0)), 1, 8);
        Assert.IsType<Rectifier>(Assert.Single(OnnxJudge.AssertSame(old).Nodes).Operator);
    }

    [Theory]
    [InlineData(17, null)]
    [InlineData(17, 1)]
    [InlineData(17, -2)]
    [InlineData(17, 0)]
    [InlineData(11, 3)]
    [InlineData(11, -1)]
    public void Softmax_along_an_axis(int opset, int? axis)
    {
        var net = new OnnxModelBuilder(opset);
        net.Output(net.Node("Softmax", [net.Input("x", 1, 3, 4, 5)], axis is { } a ? [("axis", a)] : []), 1, 3, 4, 5);
        Assert.Contains(OnnxJudge.AssertSame(net).Nodes, node => node.Operator is Softmax);
    }

    [Fact]
    public void An_old_softmax_over_one_axis_that_matters()
    {
        var net = new OnnxModelBuilder(11);
        net.Output(net.Node("Softmax", [net.Input("x", 1, 7, 1, 1)]), 1, 7, 1, 1);
        Assert.Single(OnnxJudge.AssertSame(net).Nodes);
    }

    [Fact]
    public void Concat_along_any_axis()
    {
        for (int axis = 0; axis < 4; axis++)
        {
            var net = new OnnxModelBuilder();
            int[] first = [1, 3, 4, 5], second = [1, 3, 4, 5];
            if (axis > 0) second[axis] = 2;
            string joined = net.Node("Concat", [net.Input("a", first), net.Input("b", second)], ("axis", axis - 4));
            net.Output(joined, -1, -1, -1, -1);
            Assert.Contains(OnnxJudge.AssertSame(net).Nodes, node => node.Operator is Concat);
        }
    }

    [Fact]
    public void Transposes_that_keep_or_move_the_batch()
    {
        foreach (int[] perm in new int[][] { [0, 2, 1, 3], [0, 3, 2, 1], [2, 0, 1, 3], [3, 2, 1, 0], [1, 0, 2, 3], [0, 1, 2, 3] })
        {
            var net = new OnnxModelBuilder();
            net.Output(net.Node("Transpose", [net.Input("x", 1, 3, 4, 5)], ("perm", perm)), -1, -1, -1, -1);
            Network network = OnnxJudge.AssertSame(net);
            Assert.Equal(perm.Where(axis => axis != 0).SequenceEqual([1, 2, 3]), !network.Nodes.Any(node => node.Operator is Transpose));
        }
    }

    [Theory]
    [InlineData(new[] { 1L, -1 }, 2)]
    [InlineData(new[] { 0L, -1 }, 2)]
    [InlineData(new[] { -1L, 60 }, 2)]
    [InlineData(new[] { 0L, 0, 20 }, 3)]
    [InlineData(new[] { 4L, 15 }, 2)]
    [InlineData(new[] { 60L }, 1)]
    public void Reshapes_with_the_batch_in_the_shape(long[] target, int rank)
    {
        var net = new OnnxModelBuilder();
        net.Output(net.Node("Reshape", [net.Input("x", -1, 3, 4, 5), net.Integers(target)]), [.. Enumerable.Repeat(-1, rank)]);
        Assert.Single(OnnxJudge.AssertSame(net).Nodes);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(-1)]
    public void Flatten_from_any_axis(int? axis)
    {
        var net = new OnnxModelBuilder();
        net.Output(net.Node("Flatten", [net.Input("x", 1, 3, 4, 5)], axis is { } a ? [("axis", a)] : []), -1, -1);
        Assert.Single(OnnxJudge.AssertSame(net).Nodes);
    }

    [Theory]
    [InlineData(11)]
    [InlineData(13)]
    public void Squeeze_and_Unsqueeze_old_and_new(int opset)
    {
        var net = new OnnxModelBuilder(opset);
        string x = net.Node("Relu", [net.Input("x", 1, 3, 1, 5)]);
        string Axes(string op, string value, params int[] axes) => opset < 13
            ? net.Node(op, [value], ("axes", axes))
            : net.Node(op, [value, net.Integers(Array.ConvertAll(axes, axis => (long)axis))]);
        net.Output(Axes("Squeeze", x, 2), -1, -1, -1);
        net.Output(Axes("Squeeze", x, 0, -2), -1, -1);
        net.Output(net.Node("Squeeze", [x]), -1, -1);
        net.Output(Axes("Unsqueeze", x, 0, -1), -1, -1, -1, -1, -1, -1);
        Assert.Equal(4, OnnxJudge.AssertSame(net).Outputs.Count);
    }

    [Fact]
    public void Slices_forwards_and_backwards()
    {
        for (int seed = 0; seed < Cases; seed++)
        {
            var random = new Random(seed);
            long step = random.Next(1, 3) * (random.Next(3) == 0 ? -1 : 1);
            long start = random.Next(0, 3) - (random.Next(2) * 8), end = random.Next(3) == 0 ? long.MaxValue : random.Next(5, 9);
            if (step < 0) (start, end) = (end, random.Next(2) == 0 ? long.MinValue : start);
            var net = new OnnxModelBuilder();
            string x = net.Input("x", 1, 8, 8);
            string[] inputs = [x, net.Integers(start, 1), net.Integers(end, -1), net.Integers(random.Next(1, 3) == 1 ? [1, 2] : [-1, 1]), net.Integers(step, 1)];
            net.Output(net.Node("Slice", inputs), -1, -1, -1);
            Assert.All(OnnxJudge.AssertSame(net, seed).Nodes, node => Assert.IsType<Slice>(node.Operator));
        }
    }

    [Fact]
    public void Slices_of_old_models_have_attributes()
    {
        var net = new OnnxModelBuilder(9);
        net.Output(net.Node("Slice", [net.Input("x", 1, 8, 8)], ("axes", Two), ("starts", Two), ("ends", new[] { -1, int.MaxValue })), 1, 8, 5);
        net.Graph.Node[0].Attribute[0].Ints[1] = 1;
        Assert.Equal(2, OnnxJudge.AssertSame(net).Nodes.Count);
    }

    [Theory]
    [InlineData(11, true)]
    [InlineData(13, true)]
    [InlineData(13, false)]
    [InlineData(18, false)]
    public void Split_is_a_slice_for_each_part_that_is_taken(int opset, bool uneven)
    {
        var net = new OnnxModelBuilder(opset);
        string x = net.Input("x", 1, 8, 5);
        long[] lengths = uneven ? [1, 4, 3] : [];
        string[] inputs = uneven && opset >= 13 ? [x, net.Integers(lengths)] : [x];
        List<(string, object)> attributes = [("axis", 1)];
        if (uneven && opset < 13) attributes.Add(("split", new[] { 1, 4, 3 }));
        if (opset >= 18) attributes.Add(("num_outputs", 4));
        string[] parts = net.Several("split", "Split", inputs, uneven ? 3 : 4, [.. attributes]);
        net.Output(parts[0], 1, -1, 5);
        net.Output(net.Node("Relu", [parts[2]]), 1, -1, 5);
        Assert.Equal(["split.0", "split.2", "Relu_1"], OnnxJudge.AssertSame(net).Nodes.Select(node => node.Name));
    }

    [Fact]
    public void Gather_of_one_index_and_of_evenly_spaced_ones()
    {
        var net = new OnnxModelBuilder();
        string x = net.Input("x", 1, 7, 5);
        net.Output(net.Node("Gather", [x, net.Integers("last", [], [-1])], ("axis", 1)), 1, 5);
        net.Output(net.Node("Gather", [x, net.Integers(6, 4, 2)], ("axis", 1)), 1, 3, 5);
        net.Output(net.Node("Gather", [x, net.Integers("first", [], [0])], ("axis", 0)), 7, 5);
        Assert.Equal(2, OnnxJudge.AssertSame(net).Nodes.Count(node => node.Operator is Slice));
    }

    [Fact]
    public void What_passes_its_input_on_leaves_no_node()
    {
        var net = new OnnxModelBuilder();
        string x = net.Node("Dropout", [net.Input("x", 1, 3, 8), net.Weight("ratio", [], [0.5])]);
        x = net.Node("Identity", [x]);
        x = net.Node("Cast", [x], ("to", 1));
        x = net.Node("Pad", [x, net.Integers(0, 0, 0, 0, 0, 0)], ("mode", "constant"));
        net.Output(net.Node("Relu", [x]), 1, 3, 8);
        Assert.Single(OnnxJudge.AssertSame(net).Nodes);
    }

    [Fact]
    public void Sums_of_two_values()
    {
        var net = new OnnxModelBuilder();
        string x = net.Input("x", 1, 3, 8);
        string flat = net.Node("Squeeze", [x, net.Integers(0)]);
        net.Output(net.Node("Add", [x, flat]), 1, 3, 8);
        Assert.IsType<Add>(Assert.Single(OnnxJudge.AssertSame(net).Nodes).Operator);
    }

    private static int[] Two => [2, 2];

    private static double[] Reals(Random random, int count) => OnnxJudge.Reals(random, count);

    /// <summary>Random steps and padding of one of the kinds there are.</summary>
    private static (string Name, object Value)[] Window(Random random, int[] kernel, bool dilates)
    {
        int[] strides = [.. kernel.Select(_ => random.Next(1, 4))];
        int[] dilations = [.. kernel.Select(_ => dilates ? random.Next(1, 3) : 1)];
        int[] pads = [.. kernel.Concat(kernel).Select(length => random.Next(0, Math.Min(length, 3)))];
        List<(string, object)> attributes = [("strides", strides)];

        // ONNX Runtime has no dilation with SAME padding.
        bool dilated = dilations.Any(step => step != 1);
        switch (random.Next(dilated ? 2 : 0, 4))
        {
            case 0:
                attributes.Add(("auto_pad", "SAME_UPPER"));
                break;
            case 1:
                attributes.Add(("auto_pad", "SAME_LOWER"));
                break;
            case 2:
                attributes.Add(("auto_pad", "VALID"));
                break;
            default:
                attributes.AddRange([("auto_pad", "NOTSET"), ("pads", pads)]);
                break;
        }

        if (dilates) attributes.Add(("dilations", dilations));
        return [.. attributes];
    }
}
