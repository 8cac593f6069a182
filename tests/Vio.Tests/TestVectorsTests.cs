using System.Globalization;
using System.Text;
using XrNpe.Arith;

namespace XrNpe.Vio.Tests;

public class TestVectorsTests
{
    [Fact]
    public void All_pairs_come_in_order_and_are_what_eval_says()
    {
        foreach ((NumberFormat format, VectorOperation operation) in new[]
        {
            (NumberFormat.Fp4, VectorOperation.Sub), (NumberFormat.P4, VectorOperation.Add), (NumberFormat.P8, VectorOperation.Mul), (NumberFormat.Fp4, VectorOperation.Fma),
        })
        {
            string[] lines = Lines(new VectorRequest(operation, format, format));
            int operands = operation == VectorOperation.Fma ? 3 : 2;
            Assert.Equal(1 << (operands * FormatInfo.Of(format).Bits), lines.Length);
            Assert.Equal(lines.Order(StringComparer.Ordinal), lines);
            Assert.Equal(lines.Length, lines.Select(Operands).Distinct().Count());
            CheckWithEval(operation, format, format, lines);
        }
    }

    [Theory]
    [InlineData(VectorOperation.Mul, NumberFormat.P16, NumberFormat.P16, 4)]
    [InlineData(VectorOperation.Sub, NumberFormat.P8, NumberFormat.P8, 4)]
    [InlineData(VectorOperation.Fma, NumberFormat.P16, NumberFormat.P16, 4)]
    [InlineData(VectorOperation.Dot, NumberFormat.Fp4, NumberFormat.F32, 16)]
    [InlineData(VectorOperation.Dot, NumberFormat.P8, NumberFormat.Fp4, 3)]
    [InlineData(VectorOperation.Dot, NumberFormat.P16, NumberFormat.P16, 1)]
    public void Random_cases_are_what_eval_says_and_depend_on_the_seed_alone(VectorOperation operation, NumberFormat format, NumberFormat output, int terms)
    {
        var request = new VectorRequest(operation, format, output) { Count = 3000, Seed = 7, Terms = terms };
        string[] lines = Lines(request);
        Assert.Equal(3000, lines.Length);
        CheckWithEval(operation, format, output, lines);
        Assert.Equal(lines, Lines(request));
        Assert.NotEqual(lines, Lines(request with { Seed = 8 }));
    }

    [Fact]
    public void Random_cases_hold_every_edge_often_and_cancel_often()
    {
        string[] lines = Lines(new VectorRequest(VectorOperation.Add, NumberFormat.P16, NumberFormat.P16) { Count = 20_000 });
        string[] operands = [.. lines.SelectMany(line => line.Split(',')[..2])];
        foreach (string edge in "0000 8000 4000 c000 0001 7fff 8001 ffff 4001 3fff 7ffe".Split(' '))
        {
            Assert.InRange(operands.Count(operand => operand == edge), 100, 2000);
        }

        Assert.InRange(lines.Count(line => line.EndsWith(",0000", StringComparison.Ordinal)), 500, 5000);
        Assert.InRange(operands.Distinct().Count(), 15_000, 40_000);
    }

    [Fact]
    public void Decode_gives_the_fields_of_a_code()
    {
        string[] lines = Lines(new VectorRequest(VectorOperation.Decode, NumberFormat.P8, NumberFormat.P8));
        Assert.Equal(256, lines.Length);
        Assert.Equal("00,0,0,00,00", lines[0]);
        Assert.Equal("01,0,0,fa,20", lines[1]); // 2^-6
        Assert.Equal("69,0,0,01,32", lines[0x69]); // 3.125 = 50 · 2^(1 - 5)
        Assert.Equal("80,1,1,00,00", lines[0x80]);
        Assert.Equal("c0,0,1,00,20", lines[0xc0]);
    }

    [Fact]
    public void Convert_leaves_out_what_has_no_code()
    {
        string[] lines = Lines(new VectorRequest(VectorOperation.Convert, NumberFormat.P4, NumberFormat.Fp4));
        Assert.Equal(15, lines.Length);
        Assert.DoesNotContain(lines, line => line.StartsWith('8'));
        Assert.Contains("7,7", lines); // 16 saturates at 6
        Assert.Equal(65_536, Lines(new VectorRequest(VectorOperation.Convert, NumberFormat.P16, NumberFormat.F32)).Length);
    }

    [Fact]
    public void Readmemh_has_a_header_and_the_same_codes_in_words()
    {
        var request = new VectorRequest(VectorOperation.Dot, NumberFormat.Fp4, NumberFormat.F32) { Count = 5, Terms = 4 };
        string[] words = Lines(request, VectorLayout.Readmemh);
        Assert.Equal(
            [
                "// dot fp4 to f32: 5 words of 64 bits",
                "// [63:48] a: 4 codes of 4 bits, the first in the lowest",
                "// [47:32] b: 4 codes of 4 bits, the first in the lowest",
                "// [31:0] result",
            ],
            words[..4]);
        string[] expected = [.. Lines(request).Select(line => line.Split(',')).Select(parts => Packed(parts[0]) + Packed(parts[1]) + parts[2])];
        Assert.Equal(expected, words[4..]);

        static string Packed(string codes) => string.Concat(codes.Split(' ').Reverse());
    }

    [Fact]
    public void Npy_has_a_row_for_each_case()
    {
        var request = new VectorRequest(VectorOperation.Mul, NumberFormat.P16, NumberFormat.P16) { Count = 100 };
        NumericTensor tensor = NpyReader.Parse("v", Bytes(request, VectorLayout.Npy));
        Assert.Equal([100, 3], tensor.Shape);
        Assert.Equal(Lines(request).SelectMany(line => line.Split(',')).Select(hex => long.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture)), tensor.Integers!);
    }

    [Theory]
    [InlineData(VectorOperation.Fma, NumberFormat.P16, NumberFormat.P16, null, 4, "2^48 cases")]
    [InlineData(VectorOperation.Dot, NumberFormat.P8, NumberFormat.P8, null, 4, "2^64 cases")]
    [InlineData(VectorOperation.Mul, NumberFormat.P8, NumberFormat.F32, 1L, 4, "only dot and convert")]
    [InlineData(VectorOperation.Dot, NumberFormat.P8, NumberFormat.P8, 1L, 0, "--terms 0: 1 to 32767")]
    [InlineData(VectorOperation.Dot, NumberFormat.P8, NumberFormat.P8, 1L, 32768, "--terms 32768")]
    [InlineData(VectorOperation.Mul, NumberFormat.P8, NumberFormat.P8, 0L, 4, "--count 0: 1 or more")]
    public void What_cannot_be_made_is_refused(VectorOperation operation, NumberFormat format, NumberFormat output, long? count, int terms, string part)
    {
        var request = new VectorRequest(operation, format, output) { Count = count, Terms = terms };
        Assert.Contains(part, Assert.Throws<InputException>(() => Lines(request)).Message, StringComparison.Ordinal);
    }

    private static void CheckWithEval(VectorOperation operation, NumberFormat format, NumberFormat output, string[] lines)
    {
        using var input = new MemoryStream(Encoding.ASCII.GetBytes(string.Join('\n', lines.Select(Operands))));
        using var results = new MemoryStream();
        new Evaluator((EvalOperation)operation, format, output).Run(input, results);
        Assert.Equal(lines.Select(line => line[(line.LastIndexOf(',') + 1)..]), Split(results.ToArray()));
    }

    private static string Operands(string line) => line[..line.LastIndexOf(',')];

    private static string[] Lines(VectorRequest request, VectorLayout layout = VectorLayout.Csv) => Split(Bytes(request, layout));

    private static string[] Split(byte[] text) => Encoding.ASCII.GetString(text).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static byte[] Bytes(VectorRequest request, VectorLayout layout)
    {
        using var stream = new MemoryStream();
        TestVectors.Write(request, layout, stream, _ => { });
        return stream.ToArray();
    }
}
