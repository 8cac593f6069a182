using System.Text;

namespace XrNpe.Vio.Tests;

public class ConverterTests
{
    [Theory]
    [InlineData("f64", "p16:bits", "3.14159", "5922")]
    [InlineData("f32:bits", "p8", "40490fdb", "3.125")]
    [InlineData("f32:bits", "p8:bits", "0x40490FDB", "69")]
    [InlineData("p8:bits", "f32", "69", "3.125")]
    [InlineData("p16:bits", "f64", "0001", "3.725290298461914E-09")]
    [InlineData("p16:bits", "f64:bits", "0001", "3e30000000000000")]
    [InlineData("f32", "p4", "3.5", "4")]
    [InlineData("f32", "p4:bits", "3.5", "6")]
    [InlineData("f64", "fp4:bits", "-0.1", "8")]
    [InlineData("fp4:bits", "f32", "8", "-0")]
    [InlineData("fp4:bits", "p8:bits", "8", "00")]
    [InlineData("f64", "fp4", "inf", "6")]
    [InlineData("f64", "p8", "-Infinity", "NaR")]
    [InlineData("f64", "p8:bits", "nan", "80")]
    [InlineData("p8", "f32:bits", "NaR", "7fc00000")]
    [InlineData("p8", "f64:bits", "nar", "7ff8000000000000")]
    [InlineData("f64", "f32", "1e40", "Infinity")]
    [InlineData("f64", "f32:bits", "-0", "80000000")]
    [InlineData("f32", "f64", "0.1", "0.10000000149011612")]
    [InlineData("f64", "p8", "1e-400", "0")]
    [InlineData("p8", "f64", "1e-400", "0.015625")]
    [InlineData("p16", "f64", "1e400", "268435456")]
    [InlineData("p8:bits", "p4:bits", "3", "1")]
    public void Numbers_and_codes_convert(string from, string to, string line, string expected) => Assert.Equal(expected + "\n", Run(from, to, line + "\n"));

    [Fact]
    public void Decimals_are_rounded_once()
    {
        // Just above the tie between 1 and 1 + 2^-12 of p16: a double in between would make it a tie.
        Assert.Equal("4001\n", Run("p16", "p16:bits", "1.0001220703125000000000000000000000001"));
        Assert.Equal("4000\n", Run("p16", "p16:bits", "1.0001220703125"));
    }

    [Fact]
    public void Every_code_of_every_format_survives_text_and_back()
    {
        foreach ((string format, int bits) in new[] { ("fp4", 4), ("p4", 4), ("p8", 8), ("p16", 16) })
        {
            string codes = string.Concat(Enumerable.Range(0, 1 << bits).Select(code => code.ToString($"x{bits / 4}", null) + "\n"));
            Assert.Equal(codes, Run(format, format + ":bits", Run(format + ":bits", format, codes)));
            Assert.Equal(codes, Run("f64:bits", format + ":bits", Run(format + ":bits", "f64:bits", codes)));
        }
    }

    [Theory]
    [InlineData("f64", "p8", "1\nx\n", "line 2: \"x\" is no number", "--from f64:bits")]
    [InlineData("p8", "f64", "1\n\n", "line 2: \"\" is no number")]
    [InlineData("f64", "p8", "\n", "line 1: \"\" is no number")]
    [InlineData("p8:bits", "f64", "7f\n100\n", "line 2: \"100\" is no code", "up to 2 hexadecimal digits")]
    [InlineData("fp4:bits", "f64", "10\n", "line 1: \"10\" is no code", "one hexadecimal digit")]
    [InlineData("p16:bits", "f64", "g\n", "line 1: \"g\" is no code", "up to 4")]
    [InlineData("p16:bits", "f64", "0x\n", "line 1: \"0x\" is no code")]
    [InlineData("f64", "fp4", "1\n2\nnan\n", "line 3 is NaN", "fp4 has no code")]
    [InlineData("fp4", "f64", "nan\n", "line 1 is NaN", "fp4 has no code")]
    [InlineData("p8:bits", "fp4:bits", "80\n", "line 1 is NaN")]
    public void A_bad_line_is_named(string from, string to, string text, params string[] parts)
    {
        string message = Assert.Throws<InputException>(() => Run(from, to, text)).Message;
        foreach (string part in parts) Assert.Contains(part, message, StringComparison.Ordinal);
    }

    [Fact]
    public void Npy_files_convert_and_keep_their_shape()
    {
        using var scratch = new Scratch();
        string values = scratch.Write("v.npy", NpyBytes.Make("<f4", "(2, 1)", [0, 0, 0x80, 0x3f, 0, 0, 0, 0xc0]));
        string codes = scratch.PathOf("codes.npy"), back = scratch.PathOf("back.npy");
        Run("f32", "p16:bits", "", values, codes);
        Assert.Equal([0x4000, 0xb000], NpyReader.Read(codes).Integers!);
        Assert.Equal([2, 1], NpyReader.Read(codes).Shape);
        Run("p16:bits", "f64", "", codes, back);
        Assert.Equal([1.0, -2], NpyReader.Read(back).Values!);
        Assert.Equal("1\n-2\n", Run("p16", "f64", "", codes));
    }

    [Fact]
    public void Npy_files_of_the_wrong_kind_and_bad_elements_are_named_and_leave_no_file()
    {
        using var scratch = new Scratch();
        string values = scratch.Write("v.npy", NpyBytes.Make("<f4", "(1, 2)", [0, 0, 0x80, 0x3f, 0, 0, 0xc0, 0x7f]));
        string codes = scratch.Write("c.npy", NpyBytes.Make("|u1", "(1, 2)", [1, 16]));
        string output = scratch.PathOf("out.npy");
        Assert.Contains("v.npy[0, 1] is NaN", Refused("f32", "fp4", values), StringComparison.Ordinal);
        Assert.Contains("float dtype", Refused("f32:bits", "p8", values), StringComparison.Ordinal);
        Assert.Contains("--from f32:bits", Refused("f32", "p8", codes), StringComparison.Ordinal);
        Assert.Contains("c.npy[0, 1] is 16", Refused("fp4:bits", "p8", codes), StringComparison.Ordinal);
        Assert.Equal(["c.npy", "v.npy"], scratch.Names);

        string Refused(string from, string to, string file) => Assert.Throws<InputException>(() => Run(from, to, "", file, output)).Message;
    }

    [Fact]
    public void Files_longer_than_a_chunk_convert_whole()
    {
        using var scratch = new Scratch();
        const int Count = 100_003;
        string codes = string.Concat(Enumerable.Range(0, Count).Select(i => $"{i % 65536:x4}\n"));
        string text = scratch.Write("codes.txt", Encoding.ASCII.GetBytes(codes));
        string first = scratch.PathOf("first.npy"), second = scratch.PathOf("second.npy");
        Run("p16:bits", "p16", "", text, first); // NaR is NaN on the way
        Run("p16", "p16:bits", "", first, second);
        Assert.Equal([Count], NpyReader.Read(first).Shape);
        Assert.Equal(codes, Run("p16:bits", "p16:bits", "", second));
        using var expected = new MemoryStream();
        NpyWriter.WriteCodes(expected, [Count], [.. Enumerable.Range(0, Count).Select(i => (ulong)(i % 65536))], 16);
        Assert.Equal(expected.ToArray(), File.ReadAllBytes(second));
    }

    [Fact]
    public void Fortran_order_is_read_in_C_order()
    {
        using var scratch = new Scratch();
        string file = scratch.Write("f.npy", NpyBytes.Make("<u2", "(2, 3)", [1, 0, 4, 0, 2, 0, 5, 0, 3, 0, 6, 0], fortran: true));
        Assert.Equal("0001\n0002\n0003\n0004\n0005\n0006\n", Run("p16:bits", "p16:bits", "", file));
        string output = scratch.PathOf("c.npy");
        Run("p16:bits", "p16:bits", "", file, output);
        Assert.Equal([2, 3], NpyReader.Read(output).Shape);
        Assert.Equal([1, 2, 3, 4, 5, 6], NpyReader.Read(output).Integers!);
    }

    [Fact]
    public void A_bad_line_of_a_file_is_named_with_the_file()
    {
        using var scratch = new Scratch();
        string text = scratch.Write("in.txt", "1\nx\n"u8.ToArray());
        Assert.Contains("in.txt: line 2: \"x\"", Assert.Throws<InputException>(() => Run("f64", "p8", "", text)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_file_that_ends_badly_leaves_no_output_file()
    {
        using var scratch = new Scratch();
        string text = scratch.Write("in.txt", "1\r\n2\r\nx\r\n"u8.ToArray());
        Assert.Throws<InputException>(() => Run("f64", "p8", "", text, scratch.PathOf("out.txt")));
        Assert.Equal(["in.txt"], scratch.Names);
        File.WriteAllText(text, "1\r\n2\r\n");
        Run("f64", "p8:bits", "", text, scratch.PathOf("out.txt"));
        Assert.Equal("40\n60\n", File.ReadAllText(scratch.PathOf("out.txt")));
    }

    private static string Run(string from, string to, string input, string? file = null, string? output = null)
    {
        using var reader = new MemoryStream(Encoding.UTF8.GetBytes(input));
        using var writer = new MemoryStream();
        Converter.Run(reader, writer, ConvertType.Parse(from)!, ConvertType.Parse(to)!, file, output);
        return Encoding.UTF8.GetString(writer.ToArray());
    }
}
