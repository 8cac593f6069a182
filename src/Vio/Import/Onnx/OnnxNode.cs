using System.Globalization;
using XrNpe.Vio.Onnx;

namespace XrNpe.Vio;

/// <summary>A node of an ONNX graph with the values that it takes.</summary>
/// <param name="path">The model, for messages.</param>
/// <param name="proto">The node.</param>
/// <param name="label">What it is called: its name, or its operator and a number.</param>
/// <param name="opset">Version of the operators.</param>
/// <param name="inputs">Its inputs; null for one that is left out.</param>
/// <param name="used">For each output, whether something takes it.</param>
internal sealed class OnnxNode(string path, NodeProto proto, string label, int opset, IReadOnlyList<OnnxValue?> inputs, IReadOnlyList<bool> used)
{
    /// <summary>Far above any kernel, step or padding.</summary>
    private const int LongestLength = 1 << 20;

    /// <summary>The model that it is in, for messages.</summary>
    public string Path { get; } = path;

    /// <summary>Its operator.</summary>
    public string Operator => proto.OpType;

    /// <summary>What it is called.</summary>
    public string Label { get; } = label;

    /// <summary>Version of the operators.</summary>
    public int Opset { get; } = opset;

    /// <summary>Its inputs; null for one that is left out.</summary>
    public IReadOnlyList<OnnxValue?> Inputs { get; } = inputs;

    /// <summary>For each output, whether something takes it.</summary>
    public IReadOnlyList<bool> Used { get; } = used;

    /// <summary>An input, constant or not; null when it is left out.</summary>
    public OnnxValue? Optional(int input) => input < Inputs.Count ? Inputs[input] : null;

    /// <summary>An input, constant or not.</summary>
    /// <exception cref="InputException">It is left out.</exception>
    public OnnxValue Input(int input) => Optional(input) ?? throw Wrong($"has no input {input}");

    /// <summary>An input that the network computes.</summary>
    /// <exception cref="UnsupportedException">It is a constant.</exception>
    public OnnxValue Value(int input) => Input(input) is { Constant: null } value ? value : throw new UnsupportedException($"{Operator} of a constant");

    /// <summary>An input that is a constant; null when it is left out.</summary>
    /// <exception cref="UnsupportedException">The network computes it.</exception>
    public NumericTensor? Constant(int input, string role) => Optional(input) is { } value
        ? value.Constant ?? throw new UnsupportedException($"{Operator} whose {role} the network computes")
        : null;

    /// <summary>The values of an input that are learnt: weights, biases.</summary>
    /// <exception cref="InputException">They are left out, are integers, or are not finite.</exception>
    /// <exception cref="UnsupportedException">The network computes them.</exception>
    public NumericTensor Learnt(int input, string role)
    {
        NumericTensor tensor = Constant(input, role) ?? throw Wrong($"has no {role}");
        double[] values = tensor.Values ?? throw Wrong($"has {role} {InputException.Quote(tensor.Source)} of integers: floats");
        int bad = Array.FindIndex(values, x => !double.IsFinite(x));
        return bad < 0 ? tensor : throw Wrong($"has {role} {InputException.Quote(tensor.Source)} with {values[bad].ToString(CultureInfo.InvariantCulture)} at {tensor.ElementText(bad)}: a finite number");
    }

    /// <summary>True when the node has an attribute.</summary>
    public bool Has(string attribute) => Find(attribute) is not null;

    /// <summary>An integer attribute.</summary>
    public long Integer(string attribute, long otherwise) => Find(attribute)?.I ?? otherwise;

    /// <summary>
    /// A float attribute: the decimal that its 32 bits stand for, 0.1 and not 0.10000000149, since that is what the network was trained with.
    /// </summary>
    public double Real(string attribute, double otherwise) => Find(attribute) is { } found
        ? double.Parse(found.F.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)
        : otherwise;

    /// <summary>A text attribute.</summary>
    public string Text(string attribute, string otherwise) => Find(attribute)?.S.ToStringUtf8() ?? otherwise;

    /// <summary>An attribute of several integers.</summary>
    public long[]? Integers(string attribute) => Find(attribute) is { } found ? [.. found.Ints] : null;

    /// <summary>An attribute of several lengths, each from a smallest one on.</summary>
    /// <exception cref="InputException">There are more or fewer, or one is out of range.</exception>
    public int[]? Lengths(string attribute, int count, int smallest)
    {
        if (Integers(attribute) is not { } lengths) return null;
        if (lengths.Length != count) throw Wrong($"has {lengths.Length} numbers as {attribute}: {count}");
        return Array.ConvertAll(lengths, length => length >= smallest && length <= LongestLength
            ? (int)length
            : throw Wrong($"has {length} in {attribute}: from {smallest} to {LongestLength}"));
    }

    /// <summary>Integers that older operators have as an attribute and newer ones as a constant input.</summary>
    /// <exception cref="UnsupportedException">The network computes them.</exception>
    public long[]? Integers(string attribute, int input)
    {
        if (Integers(attribute) is { } given) return given;
        if (Constant(input, attribute) is not { } tensor) return null;
        return tensor.Integers ?? throw Wrong($"has floats as {attribute}: integers");
    }

    /// <summary>A tensor attribute.</summary>
    public TensorProto? Tensor(string attribute) => Find(attribute)?.T;

    /// <summary>Floats of an attribute.</summary>
    public double[]? Reals(string attribute) => Find(attribute) is { } found ? [.. found.Floats.Select(x => (double)x)] : null;

    /// <summary>Names of the attributes.</summary>
    public static IEnumerable<string> Attributes(NodeProto node) => node.Attribute.Select(attribute => attribute.Name);

    /// <summary>An axis, counted from the front.</summary>
    /// <exception cref="InputException">There is none of that number.</exception>
    public int Axis(long axis, int rank)
    {
        long counted = axis < 0 ? axis + rank : axis;
        return counted >= 0 && counted < rank ? (int)counted : throw Wrong($"has axis {axis}, and its input has {rank} axes");
    }

    /// <summary>An error that names the node.</summary>
    public InputException Wrong(string problem) => new($"{Path}: {Operator} node {InputException.Quote(Label)} {problem}");

    private AttributeProto? Find(string attribute) => proto.Attribute.FirstOrDefault(a => a.Name == attribute);
}
