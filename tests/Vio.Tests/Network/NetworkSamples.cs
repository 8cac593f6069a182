namespace XrNpe.Vio.Tests;

/// <summary>Networks made for tests.</summary>
internal static class NetworkSamples
{
    /// <summary>A network that has one of nearly everything: images and a sequence, branches, a sum, attention over pixels, a head.</summary>
    public static Network Branched(int seed)
    {
        var random = new Random(seed);
        int channels = random.Next(2, 5), height = random.Next(6, 10), width = random.Next(6, 10);
        var nodes = new List<Node>();
        string Add(string name, Operator op, params string[] inputs)
        {
            nodes.Add(new Node(name, op, inputs));
            return name;
        }

        string x = Add("conv1", Convolution(random, channels, 6, WindowGeometry.Square(3, 1)), "images");
        x = Add("conv1.norm", Norm(random, 6), x);
        x = Add("conv1.act", new Rectifier(0.1), x);
        string y = Add("conv2", Convolution(random, 6, 6, WindowGeometry.Square(3, 1), groups: 3), x);
        x = Add("sum", new Add(), Add("conv2.act", new Rectifier(0), y), x);
        x = Add("pool", new Pool(WindowGeometry.Square(3, 2), IsMax: random.Next(2) == 0, CountsPadding: true), x);
        int pixels = ((height + 1) / 2) * ((width + 1) / 2);
        string rows = Add("rows", new Transpose([1, 0]), Add("flat", new Reshape([6, pixels]), x));
        string weights = Add("weights", new Softmax(), Add("scores", new MatrixProduct(), rows, "flat"));
        x = Add("mixed", new MatrixProduct(), weights, Add("proj", Linear(random, 6, 6), rows));
        x = Add("features", new GlobalAveragePool(), Add("back", new Transpose([1, 0]), x));
        string imu = Add("inertial", Convolution(random, 6, 4, WindowGeometry.Sequence(3)), "imu");
        imu = Add("inertial.norm", Norm(random, 4), imu);
        imu = Add("inertial.flatten", Reshape.Flatten, Add("recent", new Slice(1, 2, 3, 2), imu));
        string head = Add("head", Linear(random, 18, 6), Add("fuse", new Concat(), x, imu));
        return new Network("branched", [new NetworkInput("images", [channels, height, width]), new NetworkInput("imu", [6, 11])], nodes, [head]);
    }

    /// <summary>A clipped convolution, another with a gate by channel, layer normalization, a head.</summary>
    public static Network Gated(int seed)
    {
        var random = new Random(seed);
        int height = random.Next(5, 9), width = random.Next(5, 9);
        Node[] nodes =
        [
            new("conv1", Convolution(random, 3, 8, WindowGeometry.Square(3, 1)), ["image"]),
            new("relu6", new Elementwise(ElementFunction.Clip, 0, 6), ["conv1"]),
            new("conv2", Convolution(random, 8, 6, WindowGeometry.Square(3, 1)), ["relu6"]),
            new("squeeze", new GlobalAveragePool(KeepsAxes: true), ["conv2"]),
            new("excite", Convolution(random, 6, 6, WindowGeometry.Square(1, 1)), ["squeeze"]),
            new("gate", new Elementwise(ElementFunction.Sigmoid), ["excite"]),
            new("gated", new Arithmetic(ArithmeticKind.Multiply), ["gate", "conv2"]),
            new("norm", new LayerNorm([width], OnnxJudge.Reals(random, width), OnnxJudge.Reals(random, width)), ["gated"]),
            new("flat", Reshape.Flatten, ["norm"]),
            new("head", Linear(random, 6 * height * width, 6), ["flat"]),
        ];
        return new Network("gated", [new NetworkInput("image", [3, height, width])], nodes, ["head"]);
    }

    public static Convolution Convolution(Random random, int channels, int outputs, WindowGeometry geometry, int groups = 1) => new(
        OnnxJudge.Reals(random, outputs * channels / groups * geometry.KernelHeight * geometry.KernelWidth),
        outputs,
        channels,
        geometry,
        random.Next(2) == 0 ? null : OnnxJudge.Reals(random, outputs),
        groups);

    public static Linear Linear(Random random, int features, int outputs) =>
        new(OnnxJudge.Reals(random, features * outputs), outputs, features, random.Next(2) == 0 ? null : OnnxJudge.Reals(random, outputs));

    public static BatchNorm Norm(Random random, int channels) => new(OnnxJudge.Reals(random, channels), OnnxJudge.Reals(random, channels));
}
