using System.Text;

namespace XrNpe.Vio.Tests;

public class MutationTests
{
    private const int Runs = 4_000;

    [Fact]
    public void A_damaged_npy_file_is_read_or_refused_in_one_line()
    {
        byte[] good = NpyBytes.Make("<f4", "(2, 3)", new byte[24]);
        ForMutants(good, bytes => NpyReader.Parse("x.npy", bytes));
    }

    [Fact]
    public void A_damaged_safetensors_file_is_read_or_refused_in_one_line()
    {
        using var scratch = new Scratch();
        const string Json = """{"w":{"dtype":"F32","shape":[2,1,2],"data_offsets":[0,16]},"c":{"dtype":"U8","shape":[2,3],"data_offsets":[16,22]}}""";
        byte[] good = [.. BitConverter.GetBytes((ulong)Json.Length), .. Encoding.UTF8.GetBytes(Json), .. new byte[22]];
        ForMutants(good, bytes => TensorReference.LoadMatrix("A", scratch.Write("x.safetensors", bytes) + ":w.T"));
    }

    [Fact]
    public void Text_that_is_not_Unicode_in_a_header_is_named()
    {
        using var scratch = new Scratch();
        foreach (string json in new[] { """{"w":{"dtype":"\ud800","shape":[1],"data_offsets":[0,1]}}""", """{"\ud800":{"dtype":"U8","shape":[1],"data_offsets":[0,1]}}""" })
        {
            byte[] bytes = [.. BitConverter.GetBytes((ulong)json.Length), .. Encoding.UTF8.GetBytes(json), 0];
            string path = scratch.Write("x.safetensors", bytes);
            Assert.Contains("x.safetensors", Assert.Throws<InputException>(() => TensorReference.Load(path + ":w")).Message, StringComparison.Ordinal);
        }
    }

    private static void ForMutants(byte[] good, Action<byte[]> read)
    {
        var random = new Random(3);
        for (int run = 0; run < Runs; run++)
        {
            byte[] bytes = good[..^random.Next(2)];
            for (int change = random.Next(3); change >= 0; change--)
            {
                // Half of the changes stay within what headers are made of.
                const string Likely = "0123456789-+.,:'\"{}[]()<>|LuifTF \n\\";
                bytes[random.Next(bytes.Length)] = random.Next(2) == 0 ? (byte)random.Next(256) : (byte)Likely[random.Next(Likely.Length)];
            }

            try
            {
                read(bytes);
            }
            catch (InputException e)
            {
                Assert.DoesNotContain('\n', e.Message);
            }
        }
    }
}
