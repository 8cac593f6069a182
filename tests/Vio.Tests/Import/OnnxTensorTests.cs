using System.Runtime.InteropServices;
using Google.Protobuf;
using XrNpe.Vio.Onnx;
using DataType = XrNpe.Vio.Onnx.TensorProto.Types.DataType;

namespace XrNpe.Vio.Tests;

/// <summary>Constants of every type and in every place that a file may keep them.</summary>
public class OnnxTensorTests
{
    private static readonly double[] Values = [1.5, -0.25, 96];

    [Fact]
    public void Floats_of_every_width_as_raw_data_and_in_typed_fields()
    {
        short[] halves = [.. Values.Select(x => BitConverter.HalfToInt16Bits((Half)x))];
        short[] brains = [.. Values.Select(x => (short)(BitConverter.SingleToInt32Bits((float)x) >> 16))];
        Same(DataType.Float, MemoryMarshal.AsBytes<float>(Array.ConvertAll(Values, x => (float)x)), tensor => tensor.FloatData.AddRange(Values.Select(x => (float)x)));
        Same(DataType.Double, MemoryMarshal.AsBytes<double>(Values), tensor => tensor.DoubleData.AddRange(Values));
        Same(DataType.Float16, MemoryMarshal.AsBytes<short>(halves), tensor => tensor.Int32Data.AddRange(halves.Select(x => (int)(ushort)x)));
        Same(DataType.Bfloat16, MemoryMarshal.AsBytes<short>(brains), tensor => tensor.Int32Data.AddRange(brains.Select(x => (int)(ushort)x)));

        static void Same(DataType type, ReadOnlySpan<byte> raw, Action<TensorProto> fill)
        {
            TensorProto typed = OnnxModelBuilder.Tensor("w", type, [3], []);
            fill(typed);
            foreach (TensorProto tensor in new[] { OnnxModelBuilder.Tensor("w", type, [3], raw), typed })
            {
                NumericTensor read = OnnxTensorReader.Read("net.onnx", tensor, "w");
                Assert.Equal(Values, read.Values);
                Assert.Equal("w", read.Source);
            }
        }
    }

    [Fact]
    public void Integers_of_every_width()
    {
        long[] values = [1, 2, 127];
        foreach (DataType type in new[] { DataType.Int8, DataType.Uint8, DataType.Bool, DataType.Int16, DataType.Uint16, DataType.Int32, DataType.Int64, DataType.Uint32, DataType.Uint64 })
        {
            TensorProto tensor = OnnxModelBuilder.Tensor("i", type, [3, 1], []);
            if (type == DataType.Int64) tensor.Int64Data.AddRange(values);
            else if (type is DataType.Uint32 or DataType.Uint64) tensor.Uint64Data.AddRange(values.Select(x => (ulong)x));
            else tensor.Int32Data.AddRange(values.Select(x => (int)x));
            NumericTensor read = OnnxTensorReader.Read("net.onnx", tensor, "i");
            Assert.Equal(values, read.Integers);
            Assert.Equal([3, 1], read.Shape);
        }
    }

    [Fact]
    public void Half_width_weights_behind_a_cast()
    {
        var net = new OnnxModelBuilder();
        short[] halves = [.. OnnxJudge.Reals(new Random(1), 12).Select(x => BitConverter.HalfToInt16Bits((Half)x))];
        net.Graph.Initializer.Add(OnnxModelBuilder.Tensor("fc.weight", DataType.Float16, [4, 3], MemoryMarshal.AsBytes<short>(halves)));
        net.Output(net.Node("Gemm", [net.Input("x", 1, 3), net.Node("Cast", ["fc.weight"], ("to", 1))], ("transB", 1)), 1, 4);
        Assert.Equal("fc", Assert.Single(OnnxJudge.AssertSame(net).Nodes).Name);
    }

    [Fact]
    public void Data_in_a_file_beside_the_model()
    {
        using var scratch = new Scratch();
        OnnxModelBuilder net = External(("location", "net.onnx.data"), ("offset", "8"), ("length", "48"));
        byte[] data = MemoryMarshal.AsBytes<float>(Array.ConvertAll(OnnxJudge.Reals(new Random(1), 14), x => (float)x)).ToArray();
        scratch.Write("net.onnx.data", data);
        string path = net.Save(scratch);
        Network network = OnnxImporter.Read(path);
        OnnxJudge.AssertSame(network, path, OnnxJudge.Inputs(network, 1));
        Assert.Equal("fc", network.Nodes[0].Name);
    }

    [Fact]
    public void Data_that_are_not_beside_the_model_are_named()
    {
        Refused(48, [("location", "gone.data")], "\"fc.weight\"", "\"gone.data\"", "no such file");
        Refused(48, [("location", "../net.data")], "outside the model's folder");
        Refused(48, [("location", "/etc/passwd")], "outside the model's folder");
        Refused(48, [("location", "net\0.data")], "\"net\uFFFD.data\"");
        Refused(48, [], "no location");
        Refused(48, [("location", "net.data"), ("offset", "4")], "bytes 4 to 52 of \"net.data\", which has 48");
        Refused(47, [("location", "net.data")], "bytes 0 to 48", "has 47");
        Refused(48, [("location", "net.data"), ("length", "40")], "40 bytes", "need 48");
        Refused(48, [("location", "net.data"), ("offset", "-4")], "the offset \"-4\"");
    }

    [Theory]
    [InlineData(DataType.Float, 11, "holds 11 bytes", "needs 12")]
    [InlineData(DataType.String, 0, "STRING", "cannot be read")]
    [InlineData(DataType.Complex64, 24, "COMPLEX64")]
    [InlineData((DataType)23, 2, "type 23")]
    public void Data_that_cannot_be_read_are_named(object type, int bytes, params string[] parts)
    {
        InputException e = Assert.Throws<InputException>(() => OnnxTensorReader.Read("net.onnx", OnnxModelBuilder.Tensor("w", (DataType)type, [3], new byte[bytes]), "w"));
        foreach (string part in parts.Append("net.onnx: tensor \"w\"")) Assert.Contains(part, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Elements_that_do_not_fill_the_shape_are_counted()
    {
        TensorProto tensor = OnnxModelBuilder.Tensor("w", DataType.Float, [3], []);
        tensor.FloatData.Add(1);
        Assert.Contains("holds 1 elements, and its shape needs 3", Assert.Throws<InputException>(() => OnnxTensorReader.Read("a", tensor, "w")).Message, StringComparison.Ordinal);
        tensor.Dims[0] = -1;
        Assert.Contains("an axis of -1", Assert.Throws<InputException>(() => OnnxTensorReader.Read("a", tensor, "w")).Message, StringComparison.Ordinal);
        tensor.Dims[0] = int.MaxValue;
        Assert.Contains("at most", Assert.Throws<InputException>(() => OnnxTensorReader.Read("a", tensor, "w")).Message, StringComparison.Ordinal);
    }

    private static void Refused(int bytes, (string, string)[] entries, params string[] parts)
    {
        using var scratch = new Scratch();
        scratch.Write("net.data", new byte[bytes]);
        string path = External(entries).Save(scratch);
        string message = Assert.Throws<InputException>(() => OnnxImporter.Read(path)).Message;
        foreach (string part in parts) Assert.Contains(part, message, StringComparison.Ordinal);
    }

    private static OnnxModelBuilder External(params (string Key, string Value)[] entries)
    {
        var net = new OnnxModelBuilder();
        TensorProto tensor = OnnxModelBuilder.Tensor("fc.weight", DataType.Float, [4, 3], []);
        tensor.DataLocation = TensorProto.Types.DataLocation.External;
        tensor.RawData = ByteString.Empty;
        tensor.ExternalData.AddRange(entries.Select(entry => new StringStringEntryProto { Key = entry.Key, Value = entry.Value }));
        net.Graph.Initializer.Add(tensor);
        net.Output(net.Node("Gemm", [net.Input("x", 1, 3), "fc.weight"], ("transB", 1)), 1, 4);
        return net;
    }
}
