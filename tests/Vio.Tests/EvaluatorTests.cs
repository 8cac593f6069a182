using System.Text;
using XrNpe.Arith;

namespace XrNpe.Vio.Tests;

public class EvaluatorTests
{
    [Theory]
    [InlineData(EvalOperation.Mul, NumberFormat.P8, "40,3f", "3f")]
    [InlineData(EvalOperation.Mul, NumberFormat.P8, " 0X40 , 3F ", "3f")]
    [InlineData(EvalOperation.Mul, NumberFormat.P8, "80,00", "80")]
    [InlineData(EvalOperation.Add, NumberFormat.P16, "4000,4000", "5000")]
    [InlineData(EvalOperation.Sub, NumberFormat.P16, "4000,4000", "0000")]
    [InlineData(EvalOperation.Fma, NumberFormat.Fp4, "4,4,2", "6")] // 2·2 + 1 = 5, a tie of 4 and 6: even is 4
    [InlineData(EvalOperation.Mul, NumberFormat.Fp4, "8,2", "8")] // −0 · 1
    [InlineData(EvalOperation.Dot, NumberFormat.Fp4, "8,2", "0")] // an exact zero out of a quire is +0
    [InlineData(EvalOperation.Dot, NumberFormat.P4, "4 4 4,4 4 3", "5")] // 2.5 is nearer 2 than 4
    public void Lines_are_evaluated(EvalOperation operation, NumberFormat format, string line, string expected) =>
        Assert.Equal(expected + "\n", Run(operation, format, format, line + "\n"));

    [Fact]
    public void A_dot_product_rounds_once_to_another_format()
    {
        Assert.Equal("40600000\n", Run(EvalOperation.Dot, NumberFormat.P4, NumberFormat.F32, "4 4 4 3,4 4 4 4\n")); // 3.5
        Assert.Equal("6\n", Run(EvalOperation.Dot, NumberFormat.P8, NumberFormat.P4, "40 40 40 20,40 40 40 40")); // 3.5 as p4 is 4
        Assert.Equal("7fc00000\n", Run(EvalOperation.Dot, NumberFormat.P8, NumberFormat.F32, "80  00,\t00 00"));
    }

    [Theory]
    [InlineData(EvalOperation.Mul, NumberFormat.P8, NumberFormat.P8, "40,40\n40\n", "line 2: 1 operand in \"40\"", "mul takes 2")]
    [InlineData(EvalOperation.Fma, NumberFormat.P8, NumberFormat.P8, "40,40,40,40\n", "line 1: 4 operands", "fma takes 3")]
    [InlineData(EvalOperation.Mul, NumberFormat.P8, NumberFormat.P8, "40,4000\n", "line 1: \"4000\" is no code", "p8 has up to 2")]
    [InlineData(EvalOperation.Mul, NumberFormat.P8, NumberFormat.P8, "40,-1\n", "line 1: \"-1\" is no code")]
    [InlineData(EvalOperation.Add, NumberFormat.Fp4, NumberFormat.Fp4, "\n", "line 1: \"\" is no code")]
    [InlineData(EvalOperation.Dot, NumberFormat.P8, NumberFormat.P8, "40 40\n", "line 1", "one comma")]
    [InlineData(EvalOperation.Dot, NumberFormat.P8, NumberFormat.P8, "40,40,40\n", "line 1", "one comma")]
    [InlineData(EvalOperation.Dot, NumberFormat.P8, NumberFormat.P8, "40 40,40\n", "line 1: 2 codes of A and 1 of B")]
    [InlineData(EvalOperation.Dot, NumberFormat.P8, NumberFormat.P8, ",\n", "line 1: 0 codes of A", "at least one")]
    [InlineData(EvalOperation.Dot, NumberFormat.P8, NumberFormat.Fp4, "40,40\n80,40\n", "line 2: the result is NaR", "fp4 has no code")]
    public void A_bad_line_is_named(EvalOperation operation, NumberFormat format, NumberFormat output, string text, params string[] parts)
    {
        string message = Assert.Throws<InputException>(() => Run(operation, format, output, text)).Message;
        foreach (string part in parts) Assert.Contains(part, message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_dot_product_may_have_32767_terms_and_no_more()
    {
        string ones = string.Join(' ', Enumerable.Repeat("2", 32767));
        Assert.Equal("46fffe00\n", Run(EvalOperation.Dot, NumberFormat.Fp4, NumberFormat.F32, $"{ones},{ones}"));
        string message = Assert.Throws<InputException>(() => Run(EvalOperation.Dot, NumberFormat.Fp4, NumberFormat.F32, $"{ones} 2,{ones} 2")).Message;
        Assert.Contains("line 1: 32768 terms: at most 32767", message, StringComparison.Ordinal);
    }

    private static string Run(EvalOperation operation, NumberFormat format, NumberFormat output, string text)
    {
        using var reader = new MemoryStream(Encoding.UTF8.GetBytes(text));
        using var writer = new MemoryStream();
        new Evaluator(operation, format, output).Run(reader, writer);
        return Encoding.UTF8.GetString(writer.ToArray());
    }
}
