using System.Globalization;

namespace XrNpe.Vio.Tests;

/// <summary>Writes a network as ONNX, with a batch axis whose length is open.</summary>
internal static class OnnxWriter
{
    public static OnnxModelBuilder Write(Network network)
    {
        var net = new OnnxModelBuilder();
        var values = new Dictionary<string, string>();
        foreach (NetworkInput input in network.Inputs) values[input.Name] = net.Input(input.Name, [-1, .. input.Shape]);
        foreach (Node node in network.Nodes)
        {
            int[] input = network.Shape(node.Inputs[0]);
            values[node.Name] = Write(net, node, input, network.Shape(node.Name), [.. node.Inputs.Select(name => values[name])]);
        }

        foreach (string output in network.Outputs) net.Output(values[output], [-1, .. network.Shape(output)]);
        return net;
    }

    private static string Write(OnnxModelBuilder net, Node node, int[] input, int[] output, string[] x)
    {
        string Weights(string suffix, int[] shape, double[] values) => net.Weight($"{node.Name}.{suffix}", shape, values);
        string[] Biased(string weights, double[]? bias) => bias is null ? [x[0], weights] : [x[0], weights, Weights("bias", [bias.Length], bias)];
        string Op(string op, string[] inputs, params (string, object)[] attributes) => net.Named(node.Name, op, inputs, attributes);
        switch (node.Operator)
        {
            case Convolution conv:
                int[] kernel = input.Length == 3 ? [conv.Geometry.KernelHeight, conv.Geometry.KernelWidth] : [conv.Geometry.KernelWidth];
                string w = Weights("weight", [conv.Outputs, conv.GroupChannels, .. kernel], conv.Weights);
                return Op("Conv", Biased(w, conv.Bias), [.. Window(conv.Geometry, input.Length), ("group", conv.Groups)]);
            case Linear linear when input.Length == 1:
                return Op("Gemm", Biased(Weights("weight", [linear.Outputs, linear.Features], linear.Weights), linear.Bias), ("transB", 1));
            case Linear linear:
                string b = net.Node("Transpose", [Weights("weight", [linear.Outputs, linear.Features], linear.Weights)]);
                string product = Op("MatMul", [x[0], b]);
                return linear.Bias is null ? product : net.Node("Add", [product, Weights("bias", [linear.Outputs], linear.Bias)]);
            case BatchNorm { Axis: 0 } norm:
                double[] zeros = new double[norm.Scale.Length];
                int[] channels = [zeros.Length];
                string[] parameters = [x[0], Weights("weight", channels, norm.Scale), Weights("bias", channels, norm.Shift), Weights("mean", channels, zeros), Weights("var", channels, [.. zeros.Select(_ => 1.0)])];
                return Op("BatchNormalization", parameters, ("epsilon", 0.0));
            case Rectifier rectifier:
                return Op("LeakyRelu", x, ("alpha", rectifier.Slope));
            case GlobalAveragePool pool:
                string mean = Op("GlobalAveragePool", x);
                return pool.KeepsAxes ? mean : net.Node("Flatten", [mean]);
            case Pool pool:
                (string, object)[] window = [.. Window(pool.Geometry, input.Length), ("kernel_shape", Spatial(pool.Geometry.KernelHeight, pool.Geometry.KernelWidth, input.Length))];
                return pool.IsMax ? Op("MaxPool", x, window) : Op("AveragePool", x, [.. window.Where(attribute => attribute.Item1 != "dilations"), ("count_include_pad", pool.CountsPadding ? 1 : 0)]);
            case Concat concat:
                return Op("Concat", x, ("axis", concat.Axis + 1));
            case Add:
                return Op("Add", x);
            case Arithmetic arithmetic:
                return Op(Pair(arithmetic.Kind), x);
            case Elementwise { Function: ElementFunction.Clip } clip:
                return Op("Clip", [x[0], Weights("smallest", [], [clip.A]), Weights("largest", [], [clip.B])]);
            case Elementwise { Function: ElementFunction.Power } power:
                return Op("Pow", [x[0], Weights("exponent", [], [power.A])]);
            case Elementwise { Function: ElementFunction.HardSigmoid } sigmoid:
                return Op("HardSigmoid", x, ("alpha", sigmoid.A), ("beta", sigmoid.B));
            case Elementwise { Function: ElementFunction.Elu } elu:
                return Op("Elu", x, ("alpha", elu.A));
            case Elementwise plain:
                return Op(plain.Function == ElementFunction.Negate ? "Neg" : plain.Function.ToString(), x);
            case ChannelRectifier rectifier:
                return Op("PRelu", [x[0], Weights("weight", rectifier.Slopes.Shape, rectifier.Slopes.Data)]);
            case LayerNorm norm:
                string[] affine = [Weights("weight", norm.Axes, norm.Scale), Weights("bias", norm.Axes, norm.Shift)];
                return Op("LayerNormalization", [x[0], .. affine], ("axis", -norm.Axes.Length), ("epsilon", norm.Epsilon));
            case Reshape:
                return Op("Reshape", [x[0], net.Integers([0, .. output.Select(length => (long)length)])]);
            case Transpose transpose:
                return Op("Transpose", x, ("perm", (int[])[0, .. transpose.Axes.Select(axis => axis + 1)]));
            case Softmax softmax:
                return Op("Softmax", x, ("axis", softmax.Axis < 0 ? softmax.Axis : softmax.Axis + 1));
            case MatrixProduct:
                return Op("MatMul", x);
            case Slice slice:
                long end = slice.Start + ((long)slice.Length * slice.Step);
                string[] cuts = [net.Integers(slice.Start), net.Integers(end < 0 ? long.MinValue : end), net.Integers(slice.Axis + 1), net.Integers(slice.Step)];
                return Op("Slice", [x[0], .. cuts]);
            default:
                throw new NotSupportedException(string.Create(CultureInfo.InvariantCulture, $"no ONNX for {node.Operator.Description}"));
        }
    }

    private static string Pair(ArithmeticKind kind) => kind switch
    {
        ArithmeticKind.Add => "Add",
        ArithmeticKind.Subtract => "Sub",
        ArithmeticKind.Multiply => "Mul",
        _ => "Div",
    };

    private static (string, object)[] Window(WindowGeometry window, int rank) =>
    [
        ("strides", Spatial(window.StrideY, window.StrideX, rank)),
        ("dilations", Spatial(window.DilationY, window.DilationX, rank)),
        ("pads", (int[])[.. Spatial(window.PadTop, window.PadLeft, rank), .. Spatial(window.PadBottom, window.PadRight, rank)]),
    ];

    private static int[] Spatial(int y, int x, int rank) => rank == 3 ? [y, x] : [x];
}
