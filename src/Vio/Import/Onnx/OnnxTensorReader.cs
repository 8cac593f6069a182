using Google.Protobuf.Collections;
using XrNpe.Vio.Onnx;
using DataType = XrNpe.Vio.Onnx.TensorProto.Types.DataType;

namespace XrNpe.Vio;

/// <summary>Constants of an ONNX file: floats of any width as values in double, integers and truth values as integers.</summary>
internal static class OnnxTensorReader
{
    /// <summary>Reads a tensor.</summary>
    /// <param name="path">The model, for messages and for external data.</param>
    /// <param name="tensor">The tensor.</param>
    /// <param name="name">What it is called: the tensor's own name, or that of the node that holds it.</param>
    /// <exception cref="InputException">Its type is none that can be read, or its data do not fit its shape.</exception>
    public static NumericTensor Read(string path, TensorProto tensor, string name)
    {
        string where = $"{path}: tensor {InputException.Quote(name)}";
        int[] shape = [.. tensor.Dims.Select(length => length is >= 0 and <= int.MaxValue
            ? (int)length
            : throw new InputException($"{where} has an axis of {length}: from 0 to {int.MaxValue}"))];
        ElementType type = TypeOf((DataType)tensor.DataType) ?? throw new InputException($"{where} is of type {OnnxTypes.Name(tensor.DataType)}, which cannot be read");
        long? bytes = ElementCodec.Bytes(type, shape);
        if (bytes is not { } size || size > Array.MaxLength)
        {
            throw new InputException($"{where} has the shape {NumericTensor.ShapeText(shape)}, {ElementCodec.BytesText(bytes)}; at most {Array.MaxLength} can be read");
        }

        if (tensor.DataLocation == TensorProto.Types.DataLocation.External)
        {
            return ElementCodec.Read(name, shape, type, OnnxExternalData.Read(path, tensor, size), bigEndian: false);
        }

        if (!tensor.RawData.IsEmpty)
        {
            return tensor.RawData.Length == size
                ? ElementCodec.Read(name, shape, type, tensor.RawData.Span, bigEndian: false)
                : throw new InputException($"{where} holds {tensor.RawData.Length} bytes, and {type} of shape {NumericTensor.ShapeText(shape)} needs {size}");
        }

        int count = RealTensor.Count(shape);
        return ElementCodec.IsFloat(type)
            ? NumericTensor.OfValues(name, shape, Counted(where, Floats(tensor, type), count))
            : NumericTensor.OfIntegers(name, shape, Counted(where, Integers(tensor, type), count), type == ElementType.U64);
    }

    private static T[] Counted<T>(string where, T[] elements, int count) =>
        elements.Length == count ? elements : throw new InputException($"{where} holds {elements.Length} elements, and its shape needs {count}");

    /// <summary>The typed field of a float; halves are bits in a field of integers.</summary>
    private static double[] Floats(TensorProto tensor, ElementType type) => type switch
    {
        ElementType.F64 => [.. tensor.DoubleData],
        ElementType.F16 => [.. tensor.Int32Data.Select(bits => (double)BitConverter.UInt16BitsToHalf((ushort)bits))],
        ElementType.BF16 => [.. tensor.Int32Data.Select(bits => (double)BitConverter.Int32BitsToSingle(bits << 16))],
        _ => Widened(tensor.FloatData),
    };

    private static double[] Widened(RepeatedField<float> floats) => [.. floats.Select(x => (double)x)];

    private static long[] Integers(TensorProto tensor, ElementType type) => type switch
    {
        ElementType.I64 => [.. tensor.Int64Data],
        ElementType.U32 or ElementType.U64 => [.. tensor.Uint64Data.Select(x => (long)x)],
        _ => [.. tensor.Int32Data.Select(x => (long)x)],
    };

    private static ElementType? TypeOf(DataType type) => type switch
    {
        DataType.Float => ElementType.F32,
        DataType.Double => ElementType.F64,
        DataType.Float16 => ElementType.F16,
        DataType.Bfloat16 => ElementType.BF16,
        DataType.Int8 => ElementType.I8,
        DataType.Uint8 or DataType.Bool => ElementType.U8,
        DataType.Int16 => ElementType.I16,
        DataType.Uint16 => ElementType.U16,
        DataType.Int32 => ElementType.I32,
        DataType.Uint32 => ElementType.U32,
        DataType.Int64 => ElementType.I64,
        DataType.Uint64 => ElementType.U64,
        _ => null,
    };
}
