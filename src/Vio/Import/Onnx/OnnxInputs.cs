using XrNpe.Vio.Onnx;

namespace XrNpe.Vio;

/// <summary>Shapes that an ONNX file gives for its inputs and for values in between.</summary>
internal static class OnnxInputs
{
    /// <summary>The shape of an input, for a batch of 1.</summary>
    /// <exception cref="InputException">It has none that is known, its batch is fixed to more than 1, or it holds no floats.</exception>
    public static int[] Shape(string path, ValueInfoProto input)
    {
        string where = $"{path}: input {InputException.Quote(input.Name)}";
        if (input.Type?.TensorType is not { Shape: { } shape } type) throw new InputException($"{where} has no shape: export the network with shapes of its inputs");
        if (!OnnxTypes.IsFloat(type.ElemType)) throw new InputException($"{where} is of type {OnnxTypes.Name(type.ElemType)}: floats");
        string text = $"({string.Join(", ", shape.Dim.Select(Text))})";
        if (shape.Dim.Count < 2) throw new InputException($"{where} is {text}: a batch and at least one more axis");
        TensorShapeProto.Types.Dimension batch = shape.Dim[0];
        if (IsFixed(batch) && batch.DimValue != 1)
        {
            throw new InputException($"{where} is {text}: its first axis is the batch, which must be 1 or have no fixed length; export the network for one frame pair");
        }

        int open = shape.Dim.Skip(1).TakeWhile(Known).Count() + 1;
        if (open < shape.Dim.Count) throw new InputException($"{where} is {text}: axis {open} must have a fixed length; export the network without dynamic axes but the batch");
        int[] lengths = [.. shape.Dim.Skip(1).Select(dimension => (int)dimension.DimValue)];
        return ElementCodec.Bytes(ElementType.F64, lengths) is <= int.MaxValue
            ? [1, .. lengths]
            : throw new InputException($"{where} is {text}: more elements than can be held");
    }

    /// <summary>The shape that a value is said to have, for a batch of 1; null when the file does not say.</summary>
    public static int[]? Said(IEnumerable<ValueInfoProto> infos, string value)
    {
        if (infos.FirstOrDefault(info => info.Name == value)?.Type?.TensorType?.Shape?.Dim is not { Count: > 0 } dim || !dim.Skip(1).All(Known)) return null;
        return [Known(dim[0]) ? (int)dim[0].DimValue : 1, .. dim.Skip(1).Select(dimension => (int)dimension.DimValue)];
    }

    private static bool IsFixed(TensorShapeProto.Types.Dimension dimension) =>
        dimension.ValueCase == TensorShapeProto.Types.Dimension.ValueOneofCase.DimValue && dimension.DimValue > 0;

    private static bool Known(TensorShapeProto.Types.Dimension dimension) => IsFixed(dimension) && dimension.DimValue <= int.MaxValue;

    private static string Text(TensorShapeProto.Types.Dimension dimension) => dimension switch
    {
        _ when IsFixed(dimension) => $"{dimension.DimValue}",
        { DimParam.Length: > 0 } => InputException.Quote(dimension.DimParam)[1..^1],
        _ => "?",
    };
}
