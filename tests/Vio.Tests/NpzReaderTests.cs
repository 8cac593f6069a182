namespace XrNpe.Vio.Tests;

public class NpzReaderTests
{
    [Fact]
    public void Arrays_are_read_by_name_without_their_ending()
    {
        using var scratch = new Scratch();
        byte[] archive = NpzBytes.Make(
            ("conv.weight.npy", NpzBytes.Floats([2, 1, 2], [1, 2, 3, 4])),
            ("steps.npy", NpyBytes.Make("<i8", "()", BitConverter.GetBytes(7L))),
            ("readme.txt", "not an array"u8.ToArray()));
        IReadOnlyDictionary<string, NumericTensor> arrays = NpzReader.Read(scratch.Write("a.npz", archive));
        Assert.Equal(["conv.weight", "steps"], arrays.Keys.Order(StringComparer.Ordinal));
        Assert.Equal([2, 1, 2], arrays["conv.weight"].Shape);
        Assert.Equal([1, 2, 3, 4], arrays["conv.weight"].Values!);
        Assert.Equal([7L], arrays["steps"].Integers!);
        Assert.EndsWith("a.npz:steps", arrays["steps"].Source, StringComparison.Ordinal);
    }

    [Fact]
    public void Archives_that_cannot_be_used_are_named()
    {
        using var scratch = new Scratch();
        Refused("no.npz", "plainly no archive"u8.ToArray(), "is not an .npz archive");
        Refused("empty.npz", NpzBytes.Make(), "holds no .npy array");
        Refused("other.npz", NpzBytes.Make(("a.txt", [1])), "holds no .npy array");
        Refused("twice.npz", NpzBytes.Make(("a.npy", NpzBytes.Floats([1], [1])), ("a.npy", NpzBytes.Floats([1], [2]))), "two arrays \"a\"");
        Refused("bad.npz", NpzBytes.Make(("w.npy", [1, 2, 3])), "bad.npz:w is not a .npy file");
        Refused("short.npz", NpzBytes.Make(("w.npy", NpzBytes.Floats([4], [1, 2, 3]))), "short.npz:w", "(4,)");

        void Refused(string name, byte[] bytes, params string[] parts)
        {
            string message = Assert.Throws<InputException>(() => NpzReader.Read(scratch.Write(name, bytes))).Message;
            Assert.DoesNotContain('\n', message);
            foreach (string part in parts) Assert.Contains(part, message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Truncated_and_damaged_archives_are_read_or_refused_in_one_line()
    {
        const int Runs = 1_000;
        using var scratch = new Scratch();
        byte[] good = NpzBytes.Make(("w.npy", NpzBytes.Floats([4], [1, 2, 3, 4])), ("bb.npy", NpzBytes.Floats([2, 1], [1, 2])));
        for (int length = 0; length < good.Length; length++) Assert.False(Reads(good[..length]));
        var random = new Random(3);
        for (int run = 0; run < Runs; run++)
        {
            byte[] bytes = [.. good];
            for (int change = random.Next(3); change >= 0; change--) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            Reads(bytes);
        }

        Assert.True(Reads(good));

        bool Reads(byte[] bytes)
        {
            try
            {
                return NpzReader.Read(scratch.Write("a.npz", bytes)).Count > 0;
            }
            catch (InputException e)
            {
                Assert.DoesNotContain('\n', e.Message);
                return false;
            }
        }
    }
}
