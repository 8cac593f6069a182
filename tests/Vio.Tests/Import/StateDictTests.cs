using System.Runtime.InteropServices;
using System.Text;

namespace XrNpe.Vio.Tests;

public class StateDictTests
{
    [Fact]
    public void UL_VIO_from_npz_is_UL_VIO()
    {
        // An archive of all that UL-VIO asks for, and of what PyTorch keeps besides.
        var parameters = new Recorder(new RandomParameters(7));
        Network expected = UlVio.Create(parameters);
        (string, byte[])[] arrays = [.. parameters.Seen.Select(seen => ($"{seen.Key}.npy", NpzBytes.Floats(seen.Value.Shape, seen.Value.Data)))];
        using var scratch = new Scratch();
        string path = scratch.Write("ulvio.npz", NpzBytes.Make([.. arrays, ("visual_encoder.conv1.norm.num_batches_tracked.npy", NpyBytes.Make("<i8", "()", new byte[8]))]));
        Network network = UlVio.Create(StateDict.Open(path));
        Assert.Equal(expected.Nodes.Select(node => node.Name), network.Nodes.Select(node => node.Name));
        foreach ((Node a, Node b) in expected.Nodes.Zip(network.Nodes))
        {
            if (a.Operator is Convolution conv) Assert.Equal(conv.Weights, Assert.IsType<Convolution>(b.Operator).Weights);
            if (a.Operator is Linear linear) Assert.Equal(linear.Weights, Assert.IsType<Linear>(b.Operator).Weights);
            if (a.Operator is BatchNorm norm) Assert.Equal(norm.Scale, Assert.IsType<BatchNorm>(b.Operator).Scale);
        }
    }

    [Theory]
    [InlineData("a.npz")]
    [InlineData("a.safetensors")]
    public void Parameters_are_found_by_name_and_shape(string file)
    {
        using var scratch = new Scratch();
        StateDict dict = StateDict.Open(scratch.Write(file, Two(file)));
        Assert.Equal([1, 2], dict.Get("net.fc.weight", 1, 2));
        Refused(() => dict.Get("fc.weight", 1, 2), "no parameter \"fc.weight\"; nearest are net.fc.weight", "of 2");
        Refused(() => dict.Get("net.fc.weight", 2, 1), "net.fc.weight is (1, 2), the network wants (2, 1)");
        Refused(() => dict.Get("net.fc.bias", 1), "net.fc.bias holds integers");

        static byte[] Two(string name)
        {
            byte[] weights = MemoryMarshal.AsBytes<float>(new float[] { 1, 2 }).ToArray(), codes = [5];
            if (name.EndsWith(".npz", StringComparison.Ordinal)) return NpzBytes.Make(("net.fc.weight.npy", NpyBytes.Make("<f4", "(1, 2)", weights)), ("net.fc.bias.npy", NpyBytes.Make("|u1", "(1,)", codes)));
            byte[] json = Encoding.UTF8.GetBytes("""{"net.fc.weight":{"dtype":"F32","shape":[1,2],"data_offsets":[0,8]},"net.fc.bias":{"dtype":"U8","shape":[1],"data_offsets":[8,9]}}""");
            return [.. BitConverter.GetBytes((ulong)json.Length), .. json, .. weights, .. codes];
        }
    }

    [Fact]
    public void Parameters_that_are_no_numbers_are_named()
    {
        using var scratch = new Scratch();
        StateDict dict = StateDict.Open(scratch.Write("a.npz", NpzBytes.Make(("w.npy", NpzBytes.Floats([2, 2], [1, 2, double.NaN, 4])))));
        Refused(() => dict.Get("w", 2, 2), "parameter w[1, 0] is NaN: a finite number");
    }

    [Fact]
    public void Files_of_another_kind_are_named()
    {
        using var scratch = new Scratch();
        Refused(() => StateDict.Open(scratch.Write("weights.pth", [1, 2])), "weights.pth", ".safetensors or .npz", ".onnx");
        Refused(() => StateDict.Open(scratch.PathOf("gone.npz")), "there is no such file");
    }

    [Fact]
    public void UL_VIO_lists_the_names_that_are_nearest_to_a_missing_one()
    {
        using var scratch = new Scratch();
        string path = scratch.Write("a.npz", NpzBytes.Make(("module.visual_encoder.conv1.conv.weight.npy", NpzBytes.Floats([1], [1])), ("other.npy", NpzBytes.Floats([1], [1]))));
        Refused(() => UlVio.Create(StateDict.Open(path)), "no parameter \"visual_encoder.conv1.conv.weight\"; nearest are module.visual_encoder.conv1.conv.weight, other, of 2");
    }

    private static void Refused(Func<object> read, params string[] parts)
    {
        string message = Assert.Throws<InputException>(read).Message;
        foreach (string part in parts) Assert.Contains(part, message, StringComparison.Ordinal);
    }

    /// <summary>Remembers what was asked for.</summary>
    private sealed class Recorder(IParameters source) : IParameters
    {
        public Dictionary<string, (int[] Shape, double[] Data)> Seen { get; } = [];

        public double[] Get(string name, params int[] shape)
        {
            double[] values = source.Get(name, shape);
            Seen.Add(name, (shape, values));
            return values;
        }
    }
}
