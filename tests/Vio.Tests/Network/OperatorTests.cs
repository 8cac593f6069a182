namespace XrNpe.Vio.Tests;

/// <summary>Operators of the network, written as ONNX and judged by ONNX Runtime.</summary>
public class OperatorTests
{
    private const int Cases = 25;

    [Fact]
    public void Convolutions() => Judge([4, 11, 12], random => NetworkSamples.Convolution(random, 4, 6, Window(random, 3, 2), random.Next(2) + 1));

    [Fact]
    public void Convolutions_of_sequences() => Judge([4, 15], random => NetworkSamples.Convolution(random, 4, 6, Window(random, 1, 4)));

    [Fact]
    public void Pools() => Judge([3, 11, 12], random => new Pool(Window(random, 3, 3) with { DilationX = 1, DilationY = 1 }, random.Next(2) == 0, random.Next(2) == 0));

    [Fact]
    public void Global_pools() => Judge([3, 5, 6], random => new GlobalAveragePool(random.Next(2) == 0));

    [Fact]
    public void Linear_layers_of_vectors_and_of_rows()
    {
        Judge([7], random => NetworkSamples.Linear(random, 7, 5));
        Judge([3, 7], random => NetworkSamples.Linear(random, 7, 5));
        Judge([2, 3, 7], random => NetworkSamples.Linear(random, 7, 5));
    }

    [Fact]
    public void BatchNorms()
    {
        Judge([3, 4, 5], random => NetworkSamples.Norm(random, 3));
        Judge([3], random => NetworkSamples.Norm(random, 3));
    }

    [Fact]
    public void BatchNorm_along_another_axis_is_one_between_transposes()
    {
        var random = new Random(1);
        var input = new RealTensor([2, 3, 4], OnnxJudge.Reals(random, 24));
        BatchNorm norm = NetworkSamples.Norm(random, 3);
        var swap = new Transpose([1, 0, 2]);
        double[] expected = swap.Evaluate([norm.Evaluate([swap.Evaluate([input])])]).Data;
        Assert.Equal(expected, (norm with { Axis = 1 }).Evaluate([input]).Data);
    }

    [Fact]
    public void Softmax() => Judge([3, 4, 5], random => new Softmax(random.Next(-3, 3)));

    [Fact]
    public void Transposes() => Judge([3, 4, 5], random => new Transpose([.. Enumerable.Range(0, 3).OrderBy(_ => random.Next())]));

    [Fact]
    public void Reshapes() => Judge([3, 4, 5], random => random.Next(2) == 0 ? Reshape.Flatten : new Reshape([4, -1]));

    [Fact]
    public void Slices() => Judge([9, 9], random => random.Next(2) == 0 ? new Slice(random.Next(2), random.Next(3), 3, 2) : new Slice(1, 8, 4, -2));

    [Fact]
    public void Rectifiers() => Judge([9], random => new Rectifier(random.Next(4) / 8.0));

    [Fact]
    public void Functions_of_each_element()
    {
        ElementFunction[] plain = [.. Enum.GetValues<ElementFunction>().Except([ElementFunction.Log, ElementFunction.Sqrt])];
        Judge([3, 7], random => new Elementwise(plain[random.Next(plain.Length)], random.Next(1, 3), 2 + random.Next(2)));
    }

    [Fact]
    public void Rectifiers_with_a_slope_by_channel() => Judge([3, 4, 5], random => new ChannelRectifier(new RealTensor([3, 1, 1], OnnxJudge.Reals(random, 3))));

    [Fact]
    public void LayerNorms()
    {
        Judge([3, 4, 5], random => new LayerNorm([5], OnnxJudge.Reals(random, 5), OnnxJudge.Reals(random, 5)));
        Judge([3, 4, 5], random => new LayerNorm([4, 5], OnnxJudge.Reals(random, 20), OnnxJudge.Reals(random, 20), 0.01));
    }

    [Fact]
    public void Operators_of_two_values()
    {
        Judge([[3, 4], [3, 4]], _ => new Add());
        Judge([[3, 4, 5], [3, 1, 5]], random => new Arithmetic((ArithmeticKind)random.Next(3)));
        Judge([[4, 1], [4, 5]], _ => new Arithmetic(ArithmeticKind.Divide));
        Judge([[3, 4], [2, 4], [3, 4]], _ => new Concat(0));
        Judge([[3, 4], [3, 1]], _ => new Concat(1));
        Judge([[5, 4], [4, 3]], _ => new MatrixProduct());
        Judge([[2, 5, 4], [2, 4, 3]], _ => new MatrixProduct());
    }

    [Fact]
    public void Networks_with_branches_before_and_after_folding()
    {
        for (int seed = 0; seed < Cases; seed++)
        {
            Network network = NetworkSamples.Branched(seed), folded = BatchNormFolding.Apply(network);
            Assert.DoesNotContain(folded.Nodes, node => node.Operator is BatchNorm);
            Judge(network, seed);
            Judge(folded, seed);
        }
    }

    [Fact]
    public void Networks_with_gates()
    {
        for (int seed = 0; seed < Cases; seed++) Judge(NetworkSamples.Gated(seed), seed);
    }

    [Fact]
    public void BatchNorm_stays_where_it_cannot_be_folded()
    {
        var random = new Random(1);
        Node[] nodes =
        [
            new("linear", NetworkSamples.Linear(random, 4, 3), ["x"]),
            new("rows", NetworkSamples.Norm(random, 3), ["linear"]),
            new("act", new Rectifier(0), ["rows"]),
            new("after", NetworkSamples.Norm(random, 3), ["act"]),
            new("columns", NetworkSamples.Norm(random, 3) with { Axis = 1 }, ["after"]),
            new("last", NetworkSamples.Linear(random, 3, 3), ["columns"]),
            new("folds", NetworkSamples.Norm(random, 3) with { Axis = 1 }, ["last"]),
        ];
        var network = new Network("norms", [new NetworkInput("x", [3, 4])], nodes, ["folds"]);
        Network folded = BatchNormFolding.Apply(network);
        Assert.Equal(["linear", "rows", "act", "after", "columns", "last"], folded.Nodes.Select(node => node.Name));
        Dictionary<string, RealTensor> inputs = OnnxJudge.Inputs(network, 1);
        OnnxJudge.AssertClose(network.Evaluate(inputs)["folds"].Data, folded.Evaluate(inputs)["last"].Data, "last");
    }

    [Fact]
    public void A_BatchNorm_of_a_value_that_others_take_or_that_is_an_output_stays()
    {
        var random = new Random(1);
        Node[] nodes = [new("conv", NetworkSamples.Convolution(random, 2, 2, WindowGeometry.Sequence(3)), ["x"]), new("norm", NetworkSamples.Norm(random, 2), ["conv"])];
        NetworkInput[] inputs = [new("x", [2, 5])];
        Assert.Equal(2, BatchNormFolding.Apply(new Network("a", inputs, nodes, ["norm", "conv"])).Nodes.Count);
        Node[] shared = [.. nodes, new("sum", new Add(), ["conv", "norm"])];
        Assert.Equal(3, BatchNormFolding.Apply(new Network("b", inputs, shared, ["sum"])).Nodes.Count);
        Assert.Equal("conv", Assert.Single(BatchNormFolding.Apply(new Network("c", inputs, nodes, ["norm"])).Outputs));
    }

    private static void Judge(int[] shape, Func<Random, Operator> op) => Judge([shape], op);

    private static void Judge(int[][] shapes, Func<Random, Operator> op)
    {
        for (int seed = 0; seed < Cases; seed++)
        {
            NetworkInput[] inputs = [.. shapes.Select((shape, i) => new NetworkInput($"x{i}", shape))];
            Judge(new Network("one", inputs, [new Node("layer", op(new Random(seed)), [.. inputs.Select(input => input.Name)])], ["layer"]), seed);
        }
    }

    private static void Judge(Network network, int seed)
    {
        using var scratch = new Scratch();
        string path = OnnxWriter.Write(network).Save(scratch);
        OnnxJudge.AssertSame(network, path, OnnxJudge.Inputs(network, seed));
    }

    private static WindowGeometry Window(Random random, int height, int width) => new()
    {
        KernelHeight = height,
        KernelWidth = width,
        StrideY = height == 1 ? 1 : random.Next(1, 4),
        StrideX = random.Next(1, 4),
        PadTop = random.Next(height),
        PadLeft = random.Next(width),
        PadBottom = random.Next(height),
        PadRight = random.Next(width),
        DilationY = height == 1 ? 1 : random.Next(1, 3),
        DilationX = random.Next(1, 3),
    };
}
