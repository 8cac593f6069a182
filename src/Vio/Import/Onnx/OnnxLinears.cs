namespace XrNpe.Vio;

/// <summary>Gemm and MatMul: linear layers where one factor is constant, else products of two values.</summary>
internal static class OnnxLinears
{
    /// <summary>Gemm with constant B and C: alpha · A · B + beta · C, either factor transposed.</summary>
    public static OnnxValue[] Gemm(OnnxNode node, OnnxNetwork network)
    {
        OnnxValue input = node.Value(0);
        NumericTensor b = Matrix(node, node.Learnt(1, "weights"));
        if (input.Shape.Length != 2) throw node.Wrong($"has an input of shape {Network.Text(input.Shape)}: a matrix");
        if (node.Integer("transA", 0) != 0) input = OnnxShapes.Transpose(network, node.Label + ".transpose", input, [1, 0]);
        bool transposed = node.Integer("transB", 0) != 0;
        double alpha = node.Real("alpha", 1);
        int features = b.Shape[transposed ? 1 : 0], outputs = b.Shape[transposed ? 0 : 1];
        double[] weights = transposed ? b.Values! : Vio.Transpose.Permute(b.Shape, b.Values!, [1, 0]);
        NumericTensor? c = node.Optional(2) is null ? null : node.Learnt(2, "bias");
        var linear = new Linear([.. weights.Select(w => alpha * w)], outputs, features, c is null ? null : Bias(node, c, outputs, node.Real("beta", 1)));
        return [Rows(network, LayerNames.Of(node.Label, b, c), linear, input)];
    }

    /// <summary>MatMul of a value and a constant, or of two values.</summary>
    public static OnnxValue[] MatMul(OnnxNode node, OnnxNetwork network)
    {
        OnnxValue a = node.Input(0), b = node.Input(1);
        if (b.Constant is not null) return [TimesConstant(node, network, node.Value(0), node.Learnt(1, "weights"))];
        return [a.Constant is not null ? ConstantTimes(node, network, node.Learnt(0, "weights"), b) : Product(node, network, a, b)];
    }

    private static OnnxValue TimesConstant(OnnxNode node, OnnxNetwork network, OnnxValue value, NumericTensor constant)
    {
        NumericTensor matrix = constant.Shape.Length == 1 ? constant.Reshape(constant.Count, 1) : Matrix(node, constant);
        double[] weights = Vio.Transpose.Permute(matrix.Shape, matrix.Values!, [1, 0]);
        OnnxValue product = Rows(network, LayerNames.Of(node.Label, constant), new Linear(weights, matrix.Shape[1], matrix.Shape[0]), value);
        return constant.Shape.Length == 1 ? network.Give(product.Name, product.Shape[..^1]) : product;
    }

    /// <summary>A · X is the transpose of Xᵀ · Aᵀ, which is a linear layer.</summary>
    private static OnnxValue ConstantTimes(OnnxNode node, OnnxNetwork network, NumericTensor constant, OnnxValue value)
    {
        NumericTensor matrix = Matrix(node, constant.Shape.Length == 1 ? constant.Reshape(1, constant.Count) : constant);
        var linear = new Linear(matrix.Values!, matrix.Shape[0], matrix.Shape[1]);
        string name = LayerNames.Of(node.Label, constant);
        if (value.Shape.Length == 1) return Rows(network, name, linear, value);
        int rank = value.Shape.Length;
        int[] swap = [.. Enumerable.Range(0, rank - 2), rank - 1, rank - 2];
        OnnxValue columns = Rows(network, name, linear, OnnxShapes.Transpose(network, name + ".columns", value, swap));
        OnnxValue product = OnnxShapes.Transpose(network, name + ".transpose", columns, swap);
        return constant.Shape.Length == 1 ? network.Give(product.Name, [.. product.Shape[..^2], product.Shape[^1]]) : product;
    }

    private static OnnxValue Product(OnnxNode node, OnnxNetwork network, OnnxValue a, OnnxValue b)
    {
        if (a.Shape.Length < 2 || b.Shape.Length < 2) throw new UnsupportedException("MatMul of a value with one axis");
        int rank = Math.Max(a.Shape.Length, b.Shape.Length);
        int[] first = Broadcasting.Aligned(a.Shape, rank), second = Broadcasting.Aligned(b.Shape, rank);
        if (!first.AsSpan(..^2).SequenceEqual(second.AsSpan(..^2))) throw new UnsupportedException("MatMul that repeats one of its factors");
        bool drops = rank > 2 && first[0] == 1;
        int from = drops ? 1 : 0;
        string product = network.Add(node.Label, new MatrixProduct(), network.View(a.Name, first[from..]), network.View(b.Name, second[from..]));
        return network.Give(product, [.. first[..^1], second[^1]]);
    }

    /// <summary>A linear layer over the last axis of a value.</summary>
    private static OnnxValue Rows(OnnxNetwork network, string name, Linear linear, OnnxValue input)
    {
        string rows = input.Shape.Length == 1 ? network.View(input.Name, input.Shape) : input.Name;
        return network.Give(network.Add(name, linear, rows), [.. input.Shape[..^1], linear.Outputs]);
    }

    /// <summary>A constant of two axes that matter.</summary>
    private static NumericTensor Matrix(OnnxNode node, NumericTensor constant)
    {
        if (constant.Shape.Length < 2) throw node.Wrong($"has weights of shape {Network.Text(constant.Shape)}: a matrix");
        if (constant.Shape[..^2].Any(length => length != 1)) throw new UnsupportedException($"{node.Operator} with several matrices of weights");
        return constant.Count > 0 ? constant.Reshape(constant.Shape[^2..]) : throw node.Wrong("has weights without elements");
    }

    private static double[] Bias(OnnxNode node, NumericTensor c, int outputs, double beta)
    {
        bool fits = Broadcasting.Shape(c.Shape, [1, outputs]) is { } shape && RealTensor.Count(shape) == outputs;
        if (!fits) throw new UnsupportedException($"Gemm with C of shape {Network.Text(c.Shape)}, which is no bias");
        return [.. Broadcasting.Indices(c.Shape.Length > 2 ? c.Shape[^2..] : c.Shape, [1, outputs]).Select(from => beta * c.Values![from])];
    }
}
