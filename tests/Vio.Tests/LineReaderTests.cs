using System.Text;
using XrNpe.Arith;

namespace XrNpe.Vio.Tests;

/// <summary>Lines through the converter and the evaluator, however the input is cut into pieces.</summary>
public class LineReaderTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(1000)]
    [InlineData(65_535)]
    [InlineData(1 << 20)]
    public void Lines_do_not_depend_on_how_the_input_arrives(int piece)
    {
        string text = string.Concat(Enumerable.Range(0, 30_000).Select(i => $"{i % 65536:x4}{(i % 3 == 0 ? "\r\n" : "\n")}")) + "beef";
        string expected = string.Concat(Enumerable.Range(0, 30_000).Append(0xbeef).Select(i => $"{i % 65536:x4}\n"));
        Assert.Equal(expected, Convert("p16:bits", "p16:bits", Encoding.ASCII.GetBytes(text), piece));
    }

    [Fact]
    public void A_byte_order_mark_is_skipped_and_UTF16_named()
    {
        Assert.Equal("4000\n", Convert("f64", "p16:bits", [0xef, 0xbb, 0xbf, (byte)'1', (byte)'\n']));
        Assert.Equal("", Convert("f64", "p16:bits", [0xef, 0xbb, 0xbf]));
        Assert.Contains("line 1 starts as UTF-16", Refused([0xff, 0xfe, (byte)'1', 0]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_without_end_is_refused_before_it_fills_the_memory()
    {
        byte[] endless = [.. "1\n"u8, .. Enumerable.Repeat((byte)'1', 3 << 20)];
        Assert.Contains("line 2 is longer than 1048576 bytes", Refused(endless), StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_that_are_not_text_are_quoted_without_harm() => Assert.Contains("line 1: \"1\uFFFD\" is no number", Refused([(byte)'1', 0xff]), StringComparison.Ordinal);

    [Fact]
    public void What_has_come_is_answered_before_the_next_wait()
    {
        using var results = new MemoryStream();
        var seen = new List<string>();
        using var input = new Pieces("40,41\n40,3f\n"u8.ToArray(), 6, () => seen.Add(Encoding.ASCII.GetString(results.ToArray())));
        new Evaluator(EvalOperation.Mul, NumberFormat.P8, NumberFormat.P8).Run(input, results);
        Assert.Equal(["", "41\n", "41\n3f\n"], seen);

        results.SetLength(0);
        seen.Clear();
        using var again = new Pieces("40\n3f\n"u8.ToArray(), 3, () => seen.Add(Encoding.ASCII.GetString(results.ToArray())));
        Converter.Run(again, results, ConvertType.Parse("p8:bits")!, ConvertType.Parse("p8:bits")!, null, null);
        Assert.Equal(["", "40\n", "40\n3f\n"], seen);
    }

    private static string Refused(byte[] bytes) => Assert.Throws<InputException>(() => Convert("f64", "p16:bits", bytes)).Message;

    private static string Convert(string from, string to, byte[] bytes, int piece = int.MaxValue)
    {
        using var input = new Pieces(bytes, piece);
        using var output = new MemoryStream();
        Converter.Run(input, output, ConvertType.Parse(from)!, ConvertType.Parse(to)!, null, null);
        return Encoding.ASCII.GetString(output.ToArray());
    }

    /// <summary>A stream that gives few bytes at a time, as a pipe may.</summary>
    private sealed class Pieces(byte[] bytes, int piece, Action? beforeRead = null) : MemoryStream(bytes)
    {
        public override int Read(Span<byte> buffer)
        {
            beforeRead?.Invoke();
            return base.Read(buffer[..Math.Min(piece, buffer.Length)]);
        }
    }
}
