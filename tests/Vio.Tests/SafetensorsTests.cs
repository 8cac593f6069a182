using System.Text;

namespace XrNpe.Vio.Tests;

public class SafetensorsTests
{
    private const string Good =
        """{"__metadata__":{"format":"pt"},"w":{"dtype":"F32","shape":[2,1,2],"data_offsets":[0,16]},"c":{"dtype":"U8","shape":[2,3],"data_offsets":[16,22]}}""";

    private static readonly byte[] GoodData = [.. Bytes(1f), .. Bytes(2f), .. Bytes(3f), .. Bytes(4f), 0, 1, 2, 3, 4, 5];

    [Fact]
    public void Tensors_are_read_flattened_and_transposed()
    {
        using var scratch = new Scratch();
        string path = scratch.Write("net.safetensors", Make(Good, GoodData));
        NumericTensor weights = TensorReference.LoadMatrix("A", path + ":w");
        Assert.Equal([2, 2], weights.Shape);
        Assert.Equal([1.0, 2, 3, 4], weights.Values!);

        NumericTensor transposed = TensorReference.LoadMatrix("A", path + ":c.T");
        Assert.Equal([3, 2], transposed.Shape);
        Assert.Equal([0L, 3, 1, 4, 2, 5], transposed.Integers!);
        Assert.Equal([1.0, 3, 2, 4], TensorReference.Load(path + ":w.T").Values!);
    }

    [Theory]
    [InlineData("F16", new byte[] { 0x00, 0x3e }, 1.5)]
    [InlineData("F16", new byte[] { 0x01, 0x00 }, 5.9604644775390625e-8)]
    [InlineData("BF16", new byte[] { 0xc0, 0xbf }, -1.5)]
    [InlineData("F32", new byte[] { 0, 0, 0xc0, 0x3f }, 1.5)]
    [InlineData("F64", new byte[] { 0, 0, 0, 0, 0, 0, 0xf8, 0x3f }, 1.5)]
    public void Every_float_type_is_read(string type, byte[] data, double expected)
    {
        using var scratch = new Scratch();
        string json = $$"""{"x":{"dtype":"{{type}}","shape":[1,1],"data_offsets":[0,{{data.Length}}] } }""";
        Assert.Equal([expected], SafetensorsReader.Read(scratch.Write("a.safetensors", Make(json, data)), "x").Values!);
    }

    [Fact]
    public void A_tensor_that_is_not_there_is_named_with_those_that_are()
    {
        using var scratch = new Scratch();
        string path = scratch.Write("net.safetensors", Make(Good, GoodData));
        Assert.Contains("no tensor \"v\"; it has w, c", Refused(path + ":v"), StringComparison.Ordinal);
        Assert.Contains("name one, as in", Refused(path), StringComparison.Ordinal);
    }

    [Fact]
    public void A_tensor_whose_name_ends_in_T_is_itself()
    {
        using var scratch = new Scratch();
        string path = scratch.Write("a.safetensors", Make("""{"x.T":{"dtype":"U8","shape":[1,2],"data_offsets":[0,2]}}""", [7, 8]));
        Assert.Equal([1, 2], TensorReference.Load(path + ":x.T").Shape);
        Assert.Equal([2, 1], TensorReference.Load(path + ":x.T.T").Shape);
    }

    [Theory]
    [InlineData("""{"x":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", 7, "data_offsets end at 8", "7 bytes follow")]
    [InlineData("""{"x":{"dtype":"F32","shape":[2],"data_offsets":[0,4]}}""", 4, "shape [2] of F32 needs 8 bytes", "give it 4")]
    [InlineData("""{"x":{"dtype":"U8","shape":[4],"data_offsets":[0,4]},"y":{"dtype":"U8","shape":[4],"data_offsets":[2,6]}}""", 6, "\"y\" starts at byte 2", "overlap")]
    [InlineData("""{"x":{"dtype":"U8","shape":[2],"data_offsets":[2,4]}}""", 4, "bytes 0 to 2", "belong to no tensor")]
    [InlineData("""{"x":{"dtype":"U8","shape":[2],"data_offsets":[0,2]}}""", 4, "2 bytes after tensor \"x\"", "belong to no tensor")]
    [InlineData("""{"x":{"dtype":"U8","shape":[2],"data_offsets":[2,0]}}""", 4, "data_offsets is", "ascending")]
    [InlineData("""{"x":{"dtype":"U8","shape":[2],"data_offsets":[-2,0]}}""", 4, "data_offsets is")]
    [InlineData("""{"x":{"dtype":"U8","shape":[2],"data_offsets":[0,1.5]}}""", 4, "data_offsets is")]
    [InlineData("""{"x":{"dtype":"U8","shape":[2],"data_offsets":[0]}}""", 4, "data_offsets is")]
    [InlineData("""{"x":{"dtype":"U8","shape":[-1],"data_offsets":[0,2]}}""", 2, "shape holds \"-1\"")]
    [InlineData("""{"x":{"dtype":"U8","shape":[2147483647,2147483647,2147483647],"data_offsets":[0,2]}}""", 2, "more bytes than any file has")]
    [InlineData("""{"x":{"dtype":"U8","shape":"2","data_offsets":[0,2]}}""", 2, "shape must be an array")]
    [InlineData("""{"x":{"shape":[2],"data_offsets":[0,2]}}""", 2, "dtype must be a string")]
    [InlineData("""{"x":3}""", 0, "is not an object")]
    [InlineData("""{"x":{"dtype":"U8","shape":[0],"data_offsets":[0,0]},"x":{"dtype":"U8","shape":[0],"data_offsets":[0,0]}}""", 0, "\"x\" twice")]
    [InlineData("[]", 0, "not a JSON object")]
    [InlineData("{", 0, "not JSON", "line 1")]
    [InlineData("""{"x":{"dtype":"F8_E4M3","shape":[2],"data_offsets":[0,2]}}""", 2, "dtype \"F8_E4M3\"", "F16, BF16, F32")]
    [InlineData("""{"x":{"dtype":"U8","shape":[2],"data_offsets":[0,2]}}""", 2, "1 dimension,", "(2,)", "2; reshape")]
    [InlineData("""{"x":{"dtype":"U8","shape":[],"data_offsets":[0,1]}}""", 1, "0 dimensions", "()")]
    public void A_lying_header_is_named(string json, int dataLength, params string[] parts)
    {
        using var scratch = new Scratch();
        string message = Refused(scratch.Write("a.safetensors", Make(json, new byte[dataLength])) + ":x");
        Assert.DoesNotContain('\n', message);
        foreach (string part in parts) Assert.Contains(part, message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_huge_header_length_and_a_short_file_are_named()
    {
        using var scratch = new Scratch();
        string huge = scratch.Write("huge.safetensors", [.. BitConverter.GetBytes(ulong.MaxValue), (byte)'{', (byte)'}']);
        Assert.Contains("says 18446744073709551615 bytes; at most 2", Refused(huge + ":x"), StringComparison.Ordinal);
        string tiny = scratch.Write("tiny.safetensors", [1, 2, 3]);
        Assert.Contains("has 3 bytes", Refused(tiny + ":x"), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_truncation_of_a_good_file_is_refused_in_one_line()
    {
        using var scratch = new Scratch();
        byte[] good = Make(Good, GoodData);
        for (int length = 0; length < good.Length; length++) Assert.DoesNotContain('\n', Refused(scratch.Write("a.safetensors", good[..length]) + ":w"));
    }

    private static byte[] Make(string json, byte[] data) => [.. BitConverter.GetBytes((ulong)Encoding.UTF8.GetByteCount(json)), .. Encoding.UTF8.GetBytes(json), .. data];

    private static byte[] Bytes(float value) => BitConverter.GetBytes(value);

    private static string Refused(string reference) => Assert.Throws<InputException>(() => TensorReference.LoadMatrix("A", reference)).Message;
}
