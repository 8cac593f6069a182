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
    private readonly List<ushort> _left = [];
    private readonly List<ushort> _right = [];

    /// <summary>Evaluates every line of <paramref name="input"/>.</summary>
    /// <exception cref="InputException">A line is wrong; the message names it.</exception>
    public void Run(TextReader input, TextWriter writer)
    {
        long number = 0;
        while (input.ReadLine() is { } line)
        {
            number++;
            uint code = operation == EvalOperation.Dot ? Dot(line, number) : Elementary(line, number);
            HexText.Write(writer, code, _bits);
            writer.Write('\n');
        }
    }

    private uint Elementary(ReadOnlySpan<char> line, long number)
    {
        int wanted = operation == EvalOperation.Fma ? 3 : 2;
        Span<uint> operands = stackalloc uint[wanted];
        int count = 0;
        foreach (Range part in line.Split(','))
        {
            if (count < wanted) operands[count] = Code(line[part], number);
            count++;
        }

        if (count != wanted) throw Wrong(number, $"{count} operand{(count == 1 ? "" : "s")} in {InputException.Quote(line.ToString())}: {operation.ToString().ToLowerInvariant()} takes {wanted}, separated by commas");
        return operation switch
        {
            EvalOperation.Mul => Scalar.Multiply(format, operands[0], operands[1]),
            EvalOperation.Add => Scalar.Add(format, operands[0], operands[1]),
            EvalOperation.Sub => Scalar.Subtract(format, operands[0], operands[1]),
            _ => Scalar.FusedMultiplyAdd(format, operands[0], operands[1], operands[2]),
        };
    }

    private uint Dot(ReadOnlySpan<char> line, long number)
    {
        int comma = line.IndexOf(',');
        if (comma < 0 || line[(comma + 1)..].Contains(','))
        {
            throw Wrong(number, $"{InputException.Quote(line.ToString())} is not \"A codes, B codes\": one comma, and blanks between the codes");
        }

        Codes(line[..comma], number, _left);
        Codes(line[(comma + 1)..], number, _right);
        if (_left.Count != _right.Count || _left.Count == 0)
        {
            throw Wrong(number, $"{_left.Count} codes of A and {_right.Count} of B: equally many, and at least one");
        }

        if (_left.Count > Quire128.MaxTerms)
        {
            throw Wrong(number, $"{_left.Count} terms: at most {Quire128.MaxTerms}, the longest dot product that fits the quire");
        }

        Quire128 quire = MatrixMultiply.Dot(format, [.. _left], [.. _right]);
        uint code = OutputStage.Finish(quire, Activation.None, 0, output, out bool narToFp4);
        return narToFp4 ? throw Wrong(number, "the result is NaR, and fp4 has no code for it: take another --out-format") : code;
    }

    private void Codes(ReadOnlySpan<char> text, long number, List<ushort> codes)
    {
        codes.Clear();
        foreach (Range part in text.SplitAny(' ', '\t'))
        {
            ReadOnlySpan<char> code = text[part].Trim();
            if (!code.IsEmpty) codes.Add((ushort)Code(code, number));
        }
    }

    private uint Code(ReadOnlySpan<char> text, long number) => HexText.TryParse(text, _info.Bits, out ulong code)
        ? (uint)code
        : throw Wrong(number, $"{InputException.Quote(text.ToString())} is no code: {HexText.Wanted(_info.Name, _info.Bits)}");

    private static InputException Wrong(long number, string problem) => new($"line {number}: {problem}");
}
