namespace XrNpe.Vio.Tests;

/// <summary>What a network refuses: the message names the layer and the shapes.</summary>
public class NetworkTests
{
    public static TheoryData<Operator, int[][], string[]> Misfits => new()
    {
        { new Convolution(new double[72], 2, 4, WindowGeometry.Square(3, 1)), [[3, 8, 8]], ["(3, 8, 8)", "(2, 4, 3, 3)", "want 4"] },
        { new Convolution(new double[36], 1, 4, WindowGeometry.Square(3, 1)), [[4, 8]], ["(4, 8)", "one row"] },
        { new Convolution(new double[2], 1, 2, new WindowGeometry { KernelHeight = 1, KernelWidth = 1 }), [[2]], ["(2,)", "takes (channels"] },
        { new Convolution(new double[18], 1, 2, new WindowGeometry { KernelHeight = 1, KernelWidth = 9 }), [[2, 8]], ["(2, 8)", "it is 8 wide, and the kernel 9"] },
        { new Linear(new double[6], 2, 3), [[4]], ["(4,)", "(2, 3)", "3 features"] },
        { new BatchNorm(new double[3], new double[3]), [[4, 2]], ["(4, 2)", "axis 0 must have 3"] },
        { new BatchNorm(new double[3], new double[3], 2), [[3, 3]], ["(3, 3)", "axis 2"] },
        { new MatrixProduct(), [[2, 3], [4, 5]], ["(2, 3) and (4, 5)", "3 columns", "4 rows"] },
        { new MatrixProduct(), [[2, 3], [3]], ["(2, 3) and (3,)", "same number of axes"] },
        { new MatrixProduct(), [[2, 2, 3], [3, 3, 2]], ["(2, 2, 3) and (3, 3, 2)", "before the last two"] },
        { new Add(), [[2, 3], [3, 2]], ["(2, 3) and (3, 2)", "must be the same"] },
        { new Add(), [[2, 3]], ["takes two inputs and got 1"] },
        { new Arithmetic(ArithmeticKind.Multiply), [[2, 3], [3, 2]], ["(2, 3) and (3, 2)", "counted from the last"] },
        { new Elementwise(ElementFunction.Tanh), [[3], [3]], ["takes one input and got 2"] },
        { new ChannelRectifier(new RealTensor([3, 1], [1, 2, 3])), [[2, 4]], ["(2, 4)", "slopes of shape (3, 1)"] },
        { new ChannelRectifier(new RealTensor([3, 1], [1, 2, 3])), [[4]], ["(4,)", "slopes of shape (3, 1)"] },
        { new LayerNorm([3], new double[3], new double[3]), [[3, 2]], ["(3, 2)", "last axes must be (3,)"] },
        { new LayerNorm([2, 3], new double[6], new double[6]), [[3]], ["(3,)", "last axes must be (2, 3)"] },
        { new Concat(1), [[2, 3], [3, 3]], ["(2, 3) and (3, 3)", "another axis than 1"] },
        { new Concat(2), [[2, 3]], ["no axis 2"] },
        { new Reshape([4, -1]), [[2, 3]], ["(2, 3)", "6 elements", "(4, -1)"] },
        { new Transpose([0, 2]), [[2, 3]], ["(2, 3)", "each of its 2 axes once"] },
        { new Softmax(2), [[2, 3]], ["(2, 3)", "no axis 2"] },
        { new Slice(1, 1, 2, 2), [[2, 3]], ["(2, 3)", "indices 1 to 3", "axis 1, which has 3"] },
        { new Slice(1, 1, 3, -1), [[2, 3]], ["indices 1 to -1"] },
        { new Slice(2, 0, 1), [[2, 3]], ["no axis 2"] },
        { new GlobalAveragePool(), [[3]], ["(3,)", "nothing to average"] },
        { new Pool(WindowGeometry.Square(3, 1), IsMax: true), [[3]], ["(3,)", "a pool takes"] },
        { new Rectifier(0), [[3], [3]], ["takes one input and got 2"] },
    };

    [Theory]
    [MemberData(nameof(Misfits))]
    public void Shapes_that_do_not_fit_name_the_layer_and_both_shapes(Operator op, int[][] inputs, string[] parts)
    {
        NetworkInput[] values = [.. inputs.Select((shape, i) => new NetworkInput($"x{i}", shape))];
        Node[] nodes = [new("encoder.layer", op, [.. values.Select(value => value.Name)])];
        string message = Assert.Throws<InputException>(() => new Network("net", values, nodes, ["encoder.layer"])).Message;
        Assert.StartsWith($"net: layer encoder.layer ({op.Description}) does not fit its input", message, StringComparison.Ordinal);
        foreach (string part in parts) Assert.Contains(part, message, StringComparison.Ordinal);
    }

    [Fact]
    public void Values_must_exist_once()
    {
        NetworkInput[] inputs = [new("x", [3])];
        Assert.Contains("layer takes \"y\", which no input", Refused([new Node("layer", new Rectifier(0), ["y"])], "layer"), StringComparison.Ordinal);
        Assert.Contains("two values are called \"x\"", Refused([new Node("x", new Rectifier(0), ["x"])], "x"), StringComparison.Ordinal);
        Assert.Contains("the outputs takes \"z\"", Refused([new Node("layer", new Rectifier(0), ["x"])], "z"), StringComparison.Ordinal);

        string Refused(Node[] nodes, string output) => Assert.Throws<InputException>(() => new Network("net", inputs, nodes, [output])).Message;
    }

    [Fact]
    public void Inputs_must_be_given_in_their_shape()
    {
        var network = new Network("net", [new NetworkInput("x", [3])], [new Node("y", new Rectifier(0.5), ["x"])], ["y"]);
        Assert.Equal([1, -1, 0], network.Evaluate(new Dictionary<string, RealTensor> { ["x"] = new([3], [1, -2, 0]) })["y"].Data);
        Assert.Contains("wants an input \"x\"", Assert.Throws<InputException>(() => network.Evaluate(new Dictionary<string, RealTensor>())).Message, StringComparison.Ordinal);
        var wrong = new Dictionary<string, RealTensor> { ["x"] = RealTensor.Zeros([2]) };
        Assert.Contains("input x is (2,), the network wants (3,)", Assert.Throws<InputException>(() => network.Evaluate(wrong)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Steps_that_only_move_codes_are_told_from_those_that_compute()
    {
        LoweredNetwork lowered = LoweredNetwork.Of(NetworkSamples.Branched(1));
        ILookup<bool, string> steps = lowered.HostSteps.Where(step => step.Node.Operator is not Pool).ToLookup(step => step.MovesCodes, step => step.Node.Name);
        Assert.Equal(["flat", "rows", "back", "recent", "inertial.flatten", "fuse"], steps[true]);
        Assert.Equal(["sum", "weights", "features"], steps[false]);
        Assert.Equal(["conv1", "conv2", "scores", "proj", "mixed", "inertial", "head"], lowered.Layers.Select(layer => layer.Name));
    }

    [Fact]
    public void UL_VIO_has_the_parameters_and_the_work_of_the_paper()
    {
        const long Parameters = 893_976;
        Network network = UlVio.Create(new NoParameters());
        Assert.Equal(Parameters, network.Parameters);
        Assert.Equal(174.8, Math.Round(LoweredNetwork.Of(network).Layers.Sum(layer => layer.Macs) / 1e6, 1));
        Assert.Equal([VioInputs.PoseNumbers], network.Shape(Assert.Single(network.Outputs)));
    }
}
