using XrNpe.Vio.Onnx;

namespace XrNpe.Vio;

/// <summary>Operators that pass their input on when a network is in use: Identity, Dropout, Cast between floats, Pad by nothing.</summary>
internal static class OnnxPassing
{
    /// <summary>Identity.</summary>
    public static OnnxValue[] Identity(OnnxNode node, OnnxNetwork network) => [node.Value(0)];

    /// <summary>Dropout, which drops nothing but in training.</summary>
    public static OnnxValue[] Dropout(OnnxNode node, OnnxNetwork network)
    {
        if (node.Constant(2, "training_mode") is { Integers: [not 0] }) throw new UnsupportedException("Dropout in training");
        if (node.Used.Skip(1).Any(used => used)) throw new UnsupportedException("Dropout with its mask");
        return [node.Value(0)];
    }

    /// <summary>Cast between floats: values are double here.</summary>
    public static OnnxValue[] Cast(OnnxNode node, OnnxNetwork network)
    {
        long type = node.Integer("to", (long)TensorProto.Types.DataType.Undefined);
        return OnnxTypes.IsFloat(type) ? [node.Value(0)] : throw new UnsupportedException($"Cast to {OnnxTypes.Name(type)}");
    }

    /// <summary>Pad by nothing, which exporters put before pools.</summary>
    public static OnnxValue[] Pad(OnnxNode node, OnnxNetwork network)
    {
        long[] pads = node.Integers("pads", 1) ?? [];
        return Array.TrueForAll(pads, pad => pad == 0) ? [node.Value(0)] : throw new UnsupportedException("Pad");
    }
}
