using System.Runtime.InteropServices;
using Google.Protobuf;
using XrNpe.Vio.Onnx;
using AttributeType = XrNpe.Vio.Onnx.AttributeProto.Types.AttributeType;
using DataType = XrNpe.Vio.Onnx.TensorProto.Types.DataType;

namespace XrNpe.Vio.Tests;

/// <summary>Makes ONNX models node by node.</summary>
internal sealed class OnnxModelBuilder
{
    private int _values;

    public OnnxModelBuilder(int opset = 17)
    {
        Model = new ModelProto { IrVersion = 8, ProducerName = "tests", Graph = new GraphProto { Name = "graph" } };
        Model.OpsetImport.Add(new OperatorSetIdProto { Version = opset });
    }

    public ModelProto Model { get; }

    public GraphProto Graph => Model.Graph;

    /// <summary>Adds an input; −1 is a length that is not fixed.</summary>
    public string Input(string name, params int[] shape)
    {
        Graph.Input.Add(Info(name, shape));
        return name;
    }

    public void Output(string name, params int[] shape) => Graph.Output.Add(Info(name, shape));

    public string Weight(string name, int[] shape, double[] values)
    {
        TensorProto tensor = Tensor(name, DataType.Float, shape, MemoryMarshal.AsBytes<float>(Array.ConvertAll(values, x => (float)x)));
        Graph.Initializer.Add(tensor);
        return name;
    }

    public string Integers(params long[] values) => Integers($"ints_{++_values}", [values.Length], values);

    public string Integers(string name, int[] shape, long[] values)
    {
        Graph.Initializer.Add(Tensor(name, DataType.Int64, shape, MemoryMarshal.AsBytes<long>(values)));
        return name;
    }

    /// <summary>Adds a node with one output.</summary>
    /// <returns>The output's name.</returns>
    public string Node(string op, string[] inputs, params (string Name, object Value)[] attributes) => Named("", op, inputs, attributes);

    public string Named(string name, string op, string[] inputs, params (string Name, object Value)[] attributes) => Several(name, op, inputs, 1, attributes)[0];

    public string[] Several(string name, string op, string[] inputs, int outputs, params (string Name, object Value)[] attributes)
    {
        var node = new NodeProto { OpType = op, Name = name };
        node.Input.AddRange(inputs);
        for (int i = 0; i < outputs; i++) node.Output.Add($"v{++_values}");
        node.Attribute.AddRange(attributes.Select(attribute => Attribute(attribute.Name, attribute.Value)));
        Graph.Node.Add(node);
        return [.. node.Output];
    }

    public string Save(Scratch scratch, string name = "net.onnx") => scratch.Write(name, Model.ToByteArray());

    public static TensorProto Tensor(string name, DataType type, int[] shape, ReadOnlySpan<byte> raw)
    {
        var tensor = new TensorProto { Name = name, DataType = (int)type, RawData = ByteString.CopyFrom(raw) };
        tensor.Dims.AddRange(shape.Select(length => (long)length));
        return tensor;
    }

    public static ValueInfoProto Info(string name, int[] shape, DataType type = DataType.Float)
    {
        var dimensions = new TensorShapeProto();
        dimensions.Dim.AddRange(shape.Select(length => length < 0 ? new TensorShapeProto.Types.Dimension { DimParam = "n" } : new TensorShapeProto.Types.Dimension { DimValue = length }));
        return new ValueInfoProto { Name = name, Type = new TypeProto { TensorType = new TypeProto.Types.Tensor { ElemType = (int)type, Shape = dimensions } } };
    }

    private static AttributeProto Attribute(string name, object value)
    {
        var attribute = new AttributeProto { Name = name };
        switch (value)
        {
            case int i:
                (attribute.Type, attribute.I) = (AttributeType.Int, i);
                break;
            case double f:
                (attribute.Type, attribute.F) = (AttributeType.Float, (float)f);
                break;
            case string s:
                (attribute.Type, attribute.S) = (AttributeType.String, ByteString.CopyFromUtf8(s));
                break;
            case int[] ints:
                attribute.Type = AttributeType.Ints;
                attribute.Ints.AddRange(ints.Select(i => (long)i));
                break;
            case TensorProto tensor:
                (attribute.Type, attribute.T) = (AttributeType.Tensor, tensor);
                break;
            default:
                throw new ArgumentException($"no attribute of {value.GetType()}", nameof(value));
        }

        return attribute;
    }
}
