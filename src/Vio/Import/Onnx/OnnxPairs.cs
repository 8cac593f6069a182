namespace XrNpe.Vio;

/// <summary>Add, Sub, Mul and Div of two values that the network computes.</summary>
internal static class OnnxPairs
{
    /// <summary>
    /// Reads one of them. ONNX aligns shapes at the last axis, where an axis of 1 repeats; a value that has lost its first axis since that is 1 therefore
    /// stretches as before, and only the result's shape has to be brought back.
    /// </summary>
    public static OnnxValue Apply(OnnxNode node, OnnxNetwork network, OnnxValue a, OnnxValue b)
    {
        ArithmeticKind kind = node.Operator switch
        {
            "Add" => ArithmeticKind.Add,
            "Sub" => ArithmeticKind.Subtract,
            "Mul" => ArithmeticKind.Multiply,
            _ => ArithmeticKind.Divide,
        };
        bool plainSum = kind == ArithmeticKind.Add && a.Inner.SequenceEqual(b.Inner);
        string value = network.Add(node.Label, plainSum ? new Add() : new Arithmetic(kind), a.Name, b.Name);

        // Shapes that do not fit have been refused by then.
        return network.Give(value, Broadcasting.Shape(a.Shape, b.Shape)!);
    }
}
