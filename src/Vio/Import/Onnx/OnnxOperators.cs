namespace XrNpe.Vio;

/// <summary>How an operator is read.</summary>
/// <param name="Convert">Adds it to the network; gives its outputs, null for one that nothing takes.</param>
/// <param name="Attributes">The attributes that it may have.</param>
internal sealed record OnnxOperator(Func<OnnxNode, OnnxNetwork, OnnxValue?[]> Convert, params string[] Attributes);

/// <summary>The operators that are read: https://onnx.ai/onnx/operators/.</summary>
internal static class OnnxOperators
{
    private static readonly string[] Window = ["auto_pad", "dilations", "kernel_shape", "pads", "strides"];

    private static readonly Dictionary<string, OnnxOperator> Table = new()
    {
        ["Abs"] = new(OnnxElementwise.Of(ElementFunction.Abs)),
        ["Add"] = new(OnnxAffine.Arithmetic),
        ["AveragePool"] = new(OnnxConvolutions.AveragePool, [.. Window, "ceil_mode", "count_include_pad"]),
        ["BatchNormalization"] = new(OnnxAffine.BatchNormalization, "epsilon", "momentum", "spatial", "training_mode"),
        ["Cast"] = new(OnnxPassing.Cast, "to", "saturate", "round_mode"),
        ["Clip"] = new(OnnxElementwise.Clip, "min", "max"),
        ["Concat"] = new(OnnxSlices.Concat, "axis"),
        ["Conv"] = new(OnnxConvolutions.Conv, [.. Window, "group"]),
        ["Div"] = new(OnnxAffine.Arithmetic),
        ["Dropout"] = new(OnnxPassing.Dropout, "ratio", "seed"),
        ["Elu"] = new(OnnxElementwise.Elu, "alpha"),
        ["Erf"] = new(OnnxElementwise.Of(ElementFunction.Erf)),
        ["Exp"] = new(OnnxElementwise.Of(ElementFunction.Exp)),
        ["Flatten"] = new(OnnxShapes.Reshape, "axis"),
        ["Gather"] = new(OnnxSlices.Gather, "axis"),
        ["Gemm"] = new(OnnxLinears.Gemm, "alpha", "beta", "transA", "transB"),
        ["GlobalAveragePool"] = new(OnnxMeans.GlobalAveragePool),
        ["GlobalMaxPool"] = new(OnnxConvolutions.GlobalMaxPool),
        ["HardSigmoid"] = new(OnnxElementwise.HardSigmoid, "alpha", "beta"),
        ["HardSwish"] = new(OnnxElementwise.Of(ElementFunction.HardSwish)),
        ["Identity"] = new(OnnxPassing.Identity),
        ["LayerNormalization"] = new(OnnxLayerNorm.LayerNormalization, "axis", "epsilon", "stash_type"),
        ["LeakyRelu"] = new(OnnxActivations.LeakyRelu, "alpha"),
        ["Log"] = new(OnnxElementwise.Of(ElementFunction.Log)),
        ["MatMul"] = new(OnnxLinears.MatMul),
        ["MaxPool"] = new(OnnxConvolutions.MaxPool, [.. Window, "ceil_mode", "storage_order"]),
        ["Mul"] = new(OnnxAffine.Arithmetic),
        ["Neg"] = new(OnnxElementwise.Of(ElementFunction.Negate)),
        ["PRelu"] = new(OnnxActivations.PRelu),
        ["Pad"] = new(OnnxPassing.Pad, "mode", "pads", "value"),
        ["Pow"] = new(OnnxElementwise.Pow),
        ["Reciprocal"] = new(OnnxElementwise.Of(ElementFunction.Reciprocal)),
        ["ReduceMean"] = new(OnnxMeans.ReduceMean, "axes", "keepdims", "noop_with_empty_axes"),
        ["Relu"] = new(OnnxActivations.Relu),
        ["Reshape"] = new(OnnxShapes.Reshape, "allowzero"),
        ["Sigmoid"] = new(OnnxElementwise.Of(ElementFunction.Sigmoid)),
        ["Slice"] = new(OnnxSlices.Slice, "axes", "ends", "starts"),
        ["Softmax"] = new(OnnxActivations.Softmax, "axis"),
        ["Softplus"] = new(OnnxElementwise.Of(ElementFunction.Softplus)),
        ["Split"] = new(OnnxSlices.Split, "axis", "num_outputs", "split"),
        ["Sqrt"] = new(OnnxElementwise.Of(ElementFunction.Sqrt)),
        ["Squeeze"] = new(OnnxShapes.Reshape, "axes"),
        ["Sub"] = new(OnnxAffine.Arithmetic),
        ["Tanh"] = new(OnnxElementwise.Of(ElementFunction.Tanh)),
        ["Transpose"] = new(OnnxShapes.Transpose, "perm"),
        ["Unsqueeze"] = new(OnnxShapes.Reshape, "axes"),
    };

    /// <summary>An operator; null for one that the network cannot have.</summary>
    public static OnnxOperator? Find(string op) => Table.GetValueOrDefault(op);

    /// <summary>What of a node can be seen to be unsupported without its inputs: its operator, or attributes.</summary>
    public static IEnumerable<string> Unsupported(string domain, string op, IEnumerable<string> attributes)
    {
        if (!OnnxModelFile.IsStandard(domain)) return [$"{domain}.{op}"];
        if (Find(op) is { } known) return attributes.Except(known.Attributes).Select(attribute => $"{op} with the attribute {InputException.Quote(attribute)}");
        return ConstantFolding.Knows(op) ? [] : [op];
    }
}
