using XrNpe.Arith;
using XrNpe.Coproc;

namespace XrNpe.Vio.Tests;

/// <summary>Networks in codes against plain loops over the numbers that the codes stand for.</summary>
public sealed class QuantizedNetworkTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 12)];

    /// <summary>In 4 and 8 bits doubles hold every sum exactly, so that what plain loops give must be the engine's codes to the last bit.</summary>
    [Theory]
    [MemberData(nameof(Seeds))]
    public void Every_layer_gives_the_rounded_value_of_its_operator(int seed)
    {
        QuantizedNetwork network = Quantized(seed, layer => PrecisionSearch.Formats[1 + (Hash(layer, seed) % 3)]);
        int checkedLayers = 0;
        using var golden = new GoldenBackend();
        network.Run(Inputs(network.Network.Network, seed + 100), golden, (layer, job, result) =>
        {
            double[] expected = PlainProduct(network.Layer(layer.Name), job);
            ValueScale held = network.Held(layer.Output) ?? ValueScale.Uniform(NumberFormat.F32, 0);
            for (int i = 0; i < expected.Length; i++)
            {
                int channel = layer.Kind == EngineKind.MatrixProduct || held.IsUniform ? 0 : i % job.Shape.N;
                Assert.Equal(Round(held, expected[i], channel), result.C[i]);
            }

            checkedLayers++;
        });
        Assert.Equal(network.Network.Layers.Count, checkedLayers);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Emulator_and_golden_model_agree_on_whole_networks(int seed)
    {
        QuantizedNetwork network = Quantized(seed, layer => PrecisionSearch.Formats[Hash(layer, seed) % 4]);
        Dictionary<string, RealTensor> inputs = Inputs(network.Network.Network, seed);
        using var golden = new GoldenBackend();
        using CoprocBackend emulator = CoprocBackend.Emulator(Presets.Default);
        using var predictor = new QuantizedPredictor(network, [golden, emulator]);
        RelativePose pose = predictor.Predict(0, inputs);
        Assert.Equal(network.Network.Layers.Sum(layer => layer.Jobs), predictor.JobsCompared);
        Assert.Contains(pose.ToNumbers(), x => x != 0);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void In_p16_the_network_gives_what_it_gives_in_double(int seed)
    {
        QuantizedNetwork network = Quantized(seed, _ => NumberFormat.P16);
        string output = network.Network.Network.Outputs[0];
        using var golden = new GoldenBackend();
        for (int set = 0; set < 4; set++)
        {
            Dictionary<string, RealTensor> inputs = Inputs(network.Network.Network, (10 * seed) + set);
            double[] wanted = network.Network.Network.Evaluate(inputs)[output].Data, got = network.Run(inputs, golden)[output].Data;
            double size = wanted.Max(Math.Abs);
            Assert.All(wanted.Zip(got), pair => Assert.InRange(Math.Abs(pair.First - pair.Second) / size, 0, 5e-3));
        }
    }

    [Fact]
    public void Wider_formats_are_nearer_to_double()
    {
        double[] errors = [.. ((NumberFormat[])[NumberFormat.P16, NumberFormat.P8, NumberFormat.Fp4]).Select(format => Enumerable.Range(0, 6).Sum(seed => Error(seed, format)))];
        Assert.True(errors[0] < errors[1] / 100, $"{errors[0]} in p16, {errors[1]} in p8");
        Assert.True(errors[1] < errors[2] / 4, $"{errors[1]} in p8, {errors[2]} in fp4");
    }

    [Fact]
    public void An_input_with_channels_of_different_size_gets_a_scale_for_each()
    {
        // As an IMU gives them: metres per second squared and radians per second.
        var random = new Random(5);
        double[] sizes = [10, 10, 10, 0.02, 0.02, 0.02];
        var conv = new Convolution(OnnxJudge.Reals(random, 8 * 6 * 3).Select((w, i) => w / sizes[i / 3 % 6]).ToArray(), 8, 6, WindowGeometry.Sequence(3));
        var network = new Network("inertial", [new NetworkInput("imu", [6, 11])], [new Node("conv", conv, ["imu"])], ["conv"]);
        LoweredNetwork lowered = LoweredNetwork.Of(network);
        IReadOnlyDictionary<string, RealTensor>[] inputs = [.. Enumerable.Range(0, 6).Select(_ => new Dictionary<string, RealTensor>
        {
            ["imu"] = new([6, 11], [.. OnnxJudge.Reals(random, 66).Select((x, i) => x * sizes[i / 11])]),
        })];
        foreach (NumberFormat format in (NumberFormat[])[NumberFormat.Fp4, NumberFormat.P8])
        {
            CalibratedNetwork calibrated = NetworkQuantizer.Quantize(CalibrationSet.Of(lowered, inputs), _ => format);
            ValueScale scale = calibrated.Network.Layer("conv").Inputs[0];
            Assert.True(scale.Of(0) - scale.Of(5) >= 6, $"{scale}");
            Assert.True(calibrated.Decibels["conv"] > (format == NumberFormat.P8 ? 28 : 11), $"{calibrated.Decibels["conv"]} dB in {format}");
        }
    }

    [Fact]
    public void A_value_that_two_layers_want_in_two_formats_is_held_in_the_wider_and_said_to_be_rounded_again()
    {
        var random = new Random(3);
        var network = new Network(
            "fork",
            [new NetworkInput("x", [8])],
            [
                new Node("trunk", NetworkSamples.Linear(random, 8, 8), ["x"]),
                new Node("left", NetworkSamples.Linear(random, 8, 4), ["trunk"]),
                new Node("right", NetworkSamples.Linear(random, 8, 4), ["trunk"]),
                new Node("both", new Concat(), ["left", "right"]),
            ],
            ["both"]);
        CalibratedNetwork calibrated = Calibrated(network, 1, layer => layer == "left" ? NumberFormat.P16 : NumberFormat.Fp4);
        Assert.Equal(NumberFormat.P16, calibrated.Network.Held("trunk")!.Format);
        Assert.Equal(["right"], calibrated.Network.RoundedAgain.Where(again => again.Value == "trunk").Select(again => again.Layer.Name));
        Assert.Null(calibrated.Network.Held("both"));
    }

    [Fact]
    public void Values_go_to_the_host_in_p16_and_out_of_the_network_in_float32()
    {
        CalibratedNetwork calibrated = Calibrated(UlVioSmall.Create(new RandomParameters(1)), 1, _ => NumberFormat.Fp4);
        Assert.Equal(NumberFormat.P16, calibrated.Network.Held("visual_encoder.conv5.act")!.Format);
        Assert.Null(calibrated.Network.Held("pose_net.regressor.2"));
        Assert.Equal(NumberFormat.Fp4, calibrated.Network.Held("visual_encoder.conv4.act")!.Format);
        Assert.Empty(calibrated.Network.RoundedAgain);
    }

    [Fact]
    public void Rows_of_weights_that_training_left_empty_still_fit_a_job()
    {
        var random = new Random(8);
        double[] weights = OnnxJudge.Reals(random, 4 * 8);
        for (int i = 8; i < 16; i++) weights[i] *= 1e-38;
        weights.AsSpan(16, 8).Clear();
        var network = new Network("faint", [new NetworkInput("x", [8])], [new Node("layer", new Linear(weights, 4, 8), ["x"])], ["layer"]);
        foreach (NumberFormat format in PrecisionSearch.Formats)
        {
            CalibratedNetwork calibrated = Calibrated(network, 2, _ => format);
            using var golden = new GoldenBackend();
            double[] values = calibrated.Network.Run(Inputs(network, 3), golden)["layer"].Data;
            Assert.InRange(Math.Abs(values[1]), 0, 1e-6);
            Assert.Equal(0, values[2]);
        }
    }

    private static double Error(int seed, NumberFormat format)
    {
        QuantizedNetwork network = Quantized(seed, _ => format);
        string output = network.Network.Network.Outputs[0];
        using var golden = new GoldenBackend();
        Dictionary<string, RealTensor> inputs = Inputs(network.Network.Network, seed + 50);
        double[] wanted = network.Network.Network.Evaluate(inputs)[output].Data, got = network.Run(inputs, golden)[output].Data;
        return wanted.Zip(got, (a, b) => (a - b) * (a - b)).Sum() / wanted.Sum(x => x * x);
    }

    private static QuantizedNetwork Quantized(int seed, Func<string, NumberFormat> formats) => Calibrated(NetworkSamples.Branched(seed), seed, formats).Network;

    private static CalibratedNetwork Calibrated(Network network, int seed, Func<string, NumberFormat> formats)
    {
        LoweredNetwork lowered = LoweredNetwork.Of(network);
        return NetworkQuantizer.Quantize(CalibrationSet.Of(lowered, [.. Enumerable.Range(0, 4).Select(i => Inputs(network, (1000 * seed) + i))]), formats);
    }

    private static Dictionary<string, RealTensor> Inputs(Network network, int seed)
    {
        var random = new Random(seed);
        return network.Inputs.ToDictionary(input => input.Name, input => new RealTensor(input.Shape, OnnxJudge.Reals(random, RealTensor.Count(input.Shape))));
    }

    private static int Hash(string layer, int seed) => Math.Abs((layer.Sum(c => c) * 31) + seed);

    private static uint Round(ValueScale held, double value, int channel) => held.Format == NumberFormat.F32
        ? BitConverter.SingleToUInt32Bits((float)value)
        : FormatConvert.FromDouble(held.Format, Math.ScaleB(value, -held.Of(channel)));

    /// <summary>A job's results before rounding, from what codes stand for, by plain loops over pixels and terms.</summary>
    private static double[] PlainProduct(QuantizedLayer layer, MatmulJob job)
    {
        (int m, int n, int k) = (job.Shape.M, job.Shape.N, job.Shape.K);
        double[] result = new double[m * n];
        for (int row = 0; row < m; row++)
        {
            for (int column = 0; column < n; column++)
            {
                double sum = Bias(layer, job, column);
                for (int term = 0; term < k; term++) sum += Operand(layer, job, row, term) * Weight(layer, job, column, term);
                result[(row * n) + column] = layer.Layer.Activate(sum);
            }
        }

        return result;
    }

    /// <summary>A bias as the channel table holds it, which must be the layer's to half a product LSB, or to 31 bits.</summary>
    private static double Bias(QuantizedLayer layer, MatmulJob job, int column)
    {
        if (layer.Bias is null) return 0;
        double unit = Math.ScaleB(1, FormatInfo.Of(job.Input).ProductLsbExponent + layer.InputBase + layer.WeightScales[column]);
        double held = unit * (double)job.Channels![column].Sum;
        Assert.InRange(Math.Abs(held - layer.Bias[column]), 0, Math.Min(layer.BiasError, Math.Max(unit / 2, Math.ScaleB(Math.Abs(held), -30))));
        return held;
    }

    private static double Operand(QuantizedLayer layer, MatmulJob job, int row, int term)
    {
        if (job.Window is not { } window) return Value(layer.Inputs[0], job.A[(row * job.Shape.K) + term], layer.Inputs[0].IsUniform ? 0 : term);
        (int pixel, int channel) = Math.DivRem(term, window.Channels);
        int y = (row / window.OutWidth * window.StrideY) + (pixel / window.KernelWidth) - window.PadTop;
        int x = (row % window.OutWidth * window.StrideX) + (pixel % window.KernelWidth) - window.PadLeft;
        return y < 0 || x < 0 || y >= window.Height || x >= window.Width ? 0 : Value(layer.Inputs[0], job.A[(((y * window.Width) + x) * window.Channels) + channel], channel);
    }

    private static double Weight(QuantizedLayer layer, MatmulJob job, int column, int term)
    {
        ushort code = job.B[(column * job.Shape.K) + term];
        if (layer.Layer.Kind == EngineKind.MatrixProduct) return Value(layer.Inputs[1], code, 0);
        int channel = layer.Inputs[0].IsUniform ? 0 : layer.Layer.ChannelOf(term);
        return Math.ScaleB(FormatConvert.ToDouble(job.Input, code), layer.WeightScales[column] + layer.InputBase - layer.Inputs[0].Of(channel));
    }

    private static double Value(ValueScale scale, ushort code, int channel) => Math.ScaleB(FormatConvert.ToDouble(scale.Format, code), scale.Of(channel));
}
