using System.Text;
using XrNpe.Arith;

namespace XrNpe.Vio;

/// <summary>Evaluates lines of hexadecimal codes, one case a line in and one result a line out: an oracle for others' test benches.</summary>
/// <param name="operation">What to compute.</param>
/// <param name="format">Format of the operands.</param>
/// <param name="output">Format of the result; differs from <paramref name="format"/> for dot products only.</param>
public sealed class Evaluator(EvalOperation operation, NumberFormat format, NumberFormat output)
{
    private readonly FormatInfo _info = FormatInfo.Of(format);
    private readonly int _bits = FormatInfo.Of(output).Bits;
    private readonly ushort[] _left = new ushort[Quire128.MaxTerms];
    private readonly ushort[] _right = new ushort[Quire128.MaxTerms];

    /// <summary>Evaluates every line of <paramref name="input"/>; the results of what has come are written before it waits for more.</summary>
    /// <exception cref="InputException">A line is wrong; the message names it, and the results before it were written.</exception>
    public void Run(Stream input, Stream results)
    {
        var reader = new LineReader(input);
        using var writer = new LineWriter(results);
        while (true)
        {
            if (!reader.TryRead(mayWait: false, out ReadOnlySpan<byte> line))
            {
                writer.Flush();
                if (!reader.TryRead(mayWait: true, out line)) return;
            }

            uint code = operation == EvalOperation.Dot ? Dot(line, reader) : Elementary(line, reader);
            Span<byte> room = writer.Room(HexText.MostDigits + 1);
            int count = HexText.Format(room, code, _bits);
            room[count] = (byte)'\n';
            writer.Advance(count + 1);
        }
    }

    private uint Elementary(ReadOnlySpan<byte> line, LineReader reader)
    {
        int wanted = CodeArithmetic.Operands(operation);
        Span<uint> operands = stackalloc uint[wanted];
        int count = 0;
        foreach (Range part in line.Split((byte)','))
        {
            if (count < wanted) operands[count] = Code(line[part], reader);
            count++;
        }

        if (count != wanted)
        {
            throw Wrong(reader, $"{count} operand{(count == 1 ? "" : "s")} in {Quote(line)}: {operation.ToString().ToLowerInvariant()} takes {wanted}, separated by commas");
        }

        return CodeArithmetic.Elementary(operation, format, operands);
    }

    private uint Dot(ReadOnlySpan<byte> line, LineReader reader)
    {
        int comma = line.IndexOf((byte)',');
        if (comma < 0 || line[(comma + 1)..].Contains((byte)','))
        {
            throw Wrong(reader, $"{Quote(line)} is not \"A codes, B codes\": one comma, and blanks between the codes");
        }

        int terms = Codes(line[..comma], reader, _left);
        int others = Codes(line[(comma + 1)..], reader, _right);
        if (terms != others || terms == 0) throw Wrong(reader, $"{terms} codes of A and {others} of B: equally many, and at least one");
        if (terms > Quire128.MaxTerms) throw Wrong(reader, $"{terms} terms: at most {Quire128.MaxTerms}, the longest dot product that fits the quire");
        return CodeArithmetic.TryDot(format, _left.AsSpan(0, terms), _right.AsSpan(0, terms), output, out uint code)
            ? code
            : throw Wrong(reader, "the result is NaR, and fp4 has no code for it: take another --out-format");
    }

    /// <summary>Reads codes between blanks.</summary>
    /// <returns>How many there are, also when they are more than fit.</returns>
    private int Codes(ReadOnlySpan<byte> text, LineReader reader, Span<ushort> codes)
    {
        int count = 0;
        foreach (Range part in text.SplitAny(" \t"u8))
        {
            if (text[part].IsEmpty) continue;
            uint code = Code(text[part], reader);
            if (count < codes.Length) codes[count] = (ushort)code;
            count++;
        }

        return count;
    }

    private uint Code(ReadOnlySpan<byte> text, LineReader reader) => HexText.TryParse(text, _info.Bits, out ulong code)
        ? (uint)code
        : throw Wrong(reader, $"{Quote(text)} is no code: {HexText.Wanted(_info.Name, _info.Bits)}");

    private static string Quote(ReadOnlySpan<byte> text) => InputException.Quote(Encoding.UTF8.GetString(text));

    private static InputException Wrong(LineReader reader, string problem) => new($"{reader.Place}: {problem}");
}
