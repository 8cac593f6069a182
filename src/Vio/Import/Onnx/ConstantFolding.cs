using XrNpe.Vio.Onnx;

namespace XrNpe.Vio;

/// <summary>
/// Operators on constants, computed while the graph is read. Exporters emit such arithmetic on shapes around a flatten, and on weights; with a batch
/// of 1 all shapes are known.
/// </summary>
internal static class ConstantFolding
{
    private static readonly Dictionary<string, Func<OnnxNode, NumericTensor>> Operators = new()
    {
        ["Identity"] = node => At(node, 0),
        ["Dropout"] = node => At(node, 0),
        ["Cast"] = Cast,
        ["Reshape"] = Reshaped,
        ["Flatten"] = Reshaped,
        ["Squeeze"] = Reshaped,
        ["Unsqueeze"] = Reshaped,
        ["Transpose"] = Transposed,
        ["Concat"] = Joined,
        ["Slice"] = Sliced,
        ["Gather"] = Gathered,
        ["Add"] = node => Arithmetic(node, (a, b) => a + b, (a, b) => a + b),
        ["Sub"] = node => Arithmetic(node, (a, b) => a - b, (a, b) => a - b),
        ["Mul"] = node => Arithmetic(node, (a, b) => a * b, (a, b) => a * b),
        ["Div"] = node => Arithmetic(node, (a, b) => a / b, (a, b) => b != 0 ? a / b : throw node.Wrong("divides by zero")),
        ["Sqrt"] = node => Each(node, Math.Sqrt),
        ["Neg"] = node => Each(node, x => -x),
        ["Reciprocal"] = node => Each(node, x => 1 / x),
        ["Floor"] = node => Each(node, Math.Floor),
        ["Exp"] = node => Each(node, Math.Exp),
        ["Log"] = node => Each(node, Math.Log),
        ["Abs"] = node => Each(node, Math.Abs),
        ["Tanh"] = node => Each(node, Math.Tanh),
        ["Sigmoid"] = node => Each(node, new Elementwise(ElementFunction.Sigmoid).Of),
        ["Softplus"] = node => Each(node, new Elementwise(ElementFunction.Softplus).Of),
        ["Pow"] = Power,
    };

    /// <summary>Operators that give a constant, whatever they take.</summary>
    private static readonly string[] Sources = ["Constant", "Shape", "Size"];

    /// <summary>True for an operator that can be computed while the graph is read, if all that it takes is constant.</summary>
    public static bool Knows(string op) => Operators.ContainsKey(op) || Sources.Contains(op);

    /// <summary>The constant that a node gives; null when the network must compute it.</summary>
    /// <exception cref="InputException">Its inputs do not fit.</exception>
    /// <exception cref="UnsupportedException">It holds a constant of a kind that cannot be read.</exception>
    public static NumericTensor? Apply(OnnxNode node, string output) => node.Operator switch
    {
        "Constant" => Constant(node, output),
        "Shape" => Shape(node, output),
        "Size" => NumericTensor.OfIntegers(output, [], [RealTensor.Count(node.Input(0).Shape)]),
        _ => node.Inputs.Count > 0 && node.Inputs.All(input => input is null or { Constant: not null }) && Operators.TryGetValue(node.Operator, out Func<OnnxNode, NumericTensor>? fold)
            ? fold(node)
            : null,
    };

    private static NumericTensor At(OnnxNode node, int input) => node.Constant(input, "input") ?? throw node.Wrong($"has no input {input}");

    private static NumericTensor Constant(OnnxNode node, string output)
    {
        if (node.Tensor("value") is { } tensor) return OnnxTensorReader.Read(node.Path, tensor, tensor.Name.Length > 0 ? tensor.Name : output);
        if (node.Has("value_float")) return NumericTensor.OfValues(output, [], [node.Real("value_float", 0)]);
        if (node.Has("value_int")) return NumericTensor.OfIntegers(output, [], [node.Integer("value_int", 0)]);
        if (node.Reals("value_floats") is { } reals) return NumericTensor.OfValues(output, [reals.Length], reals);
        return node.Integers("value_ints") is { } integers
            ? NumericTensor.OfIntegers(output, [integers.Length], integers)
            : throw new UnsupportedException("Constant that is neither floats nor integers");
    }

    private static NumericTensor Shape(OnnxNode node, string output)
    {
        int[] shape = node.Input(0).Shape;
        int start = Bound(node.Integer("start", 0), shape.Length), end = Bound(node.Integer("end", shape.Length), shape.Length);
        long[] lengths = [.. shape.Take(end).Skip(start).Select(length => (long)length)];
        return NumericTensor.OfIntegers(output, [lengths.Length], lengths);

        static int Bound(long axis, int rank) => (int)Math.Clamp(axis < 0 ? axis + rank : axis, 0, rank);
    }

    private static NumericTensor Cast(OnnxNode node)
    {
        NumericTensor input = At(node, 0);
        long type = node.Integer("to", (long)TensorProto.Types.DataType.Undefined);
        if (OnnxTypes.IsFloat(type)) return input.Values is null ? NumericTensor.OfValues(input.Source, input.Shape, Array.ConvertAll(input.Integers!, x => (double)x)) : input;
        return input.Integers is null ? NumericTensor.OfIntegers(input.Source, input.Shape, Array.ConvertAll(input.Values!, x => (long)x)) : input;
    }

    private static NumericTensor Reshaped(OnnxNode node)
    {
        NumericTensor input = At(node, 0);
        return input.Reshape(OnnxShapes.Target(node, input.Shape));
    }

    private static NumericTensor Transposed(OnnxNode node)
    {
        NumericTensor input = At(node, 0);
        int[] order = OnnxShapes.Order(node, input.Shape.Length);
        return Pick(input, [.. order.Select(axis => input.Shape[axis])], Vio.Transpose.Permute(input.Shape, Places(input), order));
    }

    private static NumericTensor Sliced(OnnxNode node)
    {
        NumericTensor input = At(node, 0);
        int[] shape = input.Shape, places = Places(input);
        foreach (Slice slice in OnnxSlices.Parts(node, shape))
        {
            places = slice.Take(shape, places);
            shape = [.. shape[..slice.Axis], slice.Length, .. shape[(slice.Axis + 1)..]];
        }

        return Pick(input, shape, places);
    }

    private static NumericTensor Gathered(OnnxNode node)
    {
        NumericTensor input = At(node, 0), indices = At(node, 1);
        int axis = node.Axis(node.Integer("axis", 0), input.Shape.Length);
        int[] taken = OnnxSlices.Indices(node, indices, input.Shape[axis]);
        int[] shape = [.. input.Shape[..axis], .. indices.Shape, .. input.Shape[(axis + 1)..]];
        IEnumerable<(int[] Shape, int[] Data)> parts = taken.Select(index => (Single(input.Shape, axis), new Slice(axis, index, 1).Take(input.Shape, Places(input))));
        int[] joined = [.. input.Shape[..axis], taken.Length, .. input.Shape[(axis + 1)..]];
        return Pick(input, shape, Concat.Join(parts, axis, joined));

        static int[] Single(int[] of, int axis) => [.. of[..axis], 1, .. of[(axis + 1)..]];
    }

    private static NumericTensor Joined(OnnxNode node)
    {
        NumericTensor[] inputs = [.. node.Inputs.Select((_, i) => At(node, i))];
        int axis = node.Axis(node.Integer("axis", 0), inputs[0].Shape.Length);
        int[] shape;
        try
        {
            shape = new Concat(axis).OutputShape([.. inputs.Select(input => input.Shape)]);
        }
        catch (ShapeException e)
        {
            throw node.Wrong($"joins constants that do not fit: {e.Message}");
        }

        if (Array.TrueForAll(inputs, input => input.Values is not null))
        {
            return NumericTensor.OfValues(inputs[0].Source, shape, Concat.Join(inputs.Select(input => (input.Shape, input.Values!)), axis, shape));
        }

        return Array.TrueForAll(inputs, input => input.Integers is not null)
            ? NumericTensor.OfIntegers(inputs[0].Source, shape, Concat.Join(inputs.Select(input => (input.Shape, input.Integers!)), axis, shape))
            : throw node.Wrong("joins floats and integers");
    }

    private static NumericTensor Arithmetic(OnnxNode node, Func<double, double, double> reals, Func<long, long, long> integers)
    {
        NumericTensor a = At(node, 0), b = At(node, 1);
        int[] shape = Broadcasting.Shape(a.Shape, b.Shape)
            ?? throw node.Wrong($"has constants of shapes {Network.Text(a.Shape)} and {Network.Text(b.Shape)}, which do not fit");
        int[] first = Broadcasting.Indices(a.Shape, shape), second = Broadcasting.Indices(b.Shape, shape);
        string source = a.Count >= b.Count ? a.Source : b.Source;
        if (a.Values is { } x && b.Values is { } y) return NumericTensor.OfValues(source, shape, [.. first.Zip(second, (i, j) => reals(x[i], y[j]))]);
        return a.Integers is { } m && b.Integers is { } n
            ? NumericTensor.OfIntegers(source, shape, [.. first.Zip(second, (i, j) => integers(m[i], n[j]))])
            : throw node.Wrong("has a constant of floats and one of integers");
    }

    /// <summary>The exponent may be of integers where the base is of floats, and the other way round: the base says what the result is.</summary>
    private static NumericTensor Power(OnnxNode node)
    {
        NumericTensor a = At(node, 0), b = At(node, 1);
        int[] shape = Broadcasting.Shape(a.Shape, b.Shape)
            ?? throw node.Wrong($"has constants of shapes {Network.Text(a.Shape)} and {Network.Text(b.Shape)}, which do not fit");
        double[] bases = a.Values ?? Array.ConvertAll(a.Integers!, x => (double)x), exponents = b.Values ?? Array.ConvertAll(b.Integers!, x => (double)x);
        double[] powers = [.. Broadcasting.Indices(a.Shape, shape).Zip(Broadcasting.Indices(b.Shape, shape), (i, j) => Math.Pow(bases[i], exponents[j]))];
        return a.Values is null ? NumericTensor.OfIntegers(a.Source, shape, Array.ConvertAll(powers, x => (long)x)) : NumericTensor.OfValues(a.Source, shape, powers);
    }

    private static NumericTensor Each(OnnxNode node, Func<double, double> function)
    {
        NumericTensor input = At(node, 0);
        return input.Values is { } values
            ? NumericTensor.OfValues(input.Source, input.Shape, Array.ConvertAll(values, x => function(x)))
            : NumericTensor.OfIntegers(input.Source, input.Shape, Array.ConvertAll(input.Integers!, x => (long)function(x)));
    }

    private static int[] Places(NumericTensor tensor) => [.. Enumerable.Range(0, tensor.Count)];

    private static NumericTensor Pick(NumericTensor tensor, int[] shape, int[] places) => tensor.Values is { } values
        ? NumericTensor.OfValues(tensor.Source, shape, Array.ConvertAll(places, place => values[place]))
        : NumericTensor.OfIntegers(tensor.Source, shape, Array.ConvertAll(places, place => tensor.Integers![place]), tensor.IsUnsigned64);
}
