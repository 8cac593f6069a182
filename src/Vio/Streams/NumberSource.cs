using XrNpe.Arith;

namespace XrNpe.Vio;

/// <summary>Where a conversion's numbers come from. Numbers flow as doubles, which hold every format's values exactly.</summary>
internal sealed class NumberSource
{
    private NumberSource(IEnumerable<double> numbers, int[]? shape, Func<long, string> where)
    {
        Numbers = numbers;
        Shape = shape;
        Where = where;
    }

    /// <summary>The values, already those of the format they come from.</summary>
    private IEnumerable<double> Numbers { get; }

    /// <summary>Shape, when the source has one.</summary>
    public int[]? Shape { get; }

    private Func<long, string> Where { get; }

    /// <summary>The numbers as codes of <paramref name="to"/>.</summary>
    /// <exception cref="InputException">A number has no code.</exception>
    public IEnumerable<ulong> Codes(ConvertType to)
    {
        long index = 0;
        foreach (double x in Numbers)
        {
            if (!to.Holds(x)) throw NoNaN(Where(index));
            index++;
            yield return to.ToCode(x);
        }
    }

    /// <summary>Numbers or codes, one a line.</summary>
    public static NumberSource Text(TextReader reader, ConvertType from) => new(Lines(reader, from), null, Line);

    /// <summary>The elements of a tensor: values of a float dtype, codes of an integer dtype.</summary>
    public static NumberSource Tensor(NumericTensor tensor, ConvertType from)
    {
        if (tensor.Values is null)
        {
            if (!from.IsBits && from.Bits > 16)
            {
                throw new InputException($"{tensor.Source} has an integer dtype, which holds codes: say --from {from.Name}:bits if these are float patterns");
            }

            ulong[] codes = CodeRange.Check(tensor.Source, tensor, from.Name, from.Bits);
            return new NumberSource(codes.Select(from.ToValue), tensor.Shape, Element);
        }

        if (from.IsBits) throw new InputException($"{tensor.Source} has a float dtype, which holds values: say --from {from.Name}, or save the codes as integers");
        return new NumberSource(tensor.Values.Select((x, i) => RoundTo(from, x, Element, i)), tensor.Shape, Element);

        string Element(long i) => tensor.Source + tensor.ElementText(i);
    }

    private static string Line(long index) => $"line {index + 1}";

    private static IEnumerable<double> Lines(TextReader reader, ConvertType from)
    {
        long number = 0;
        while (reader.ReadLine() is { } line)
        {
            number++;
            yield return from.TryRead(line, out double value) ? value : throw Unreadable(line, number, from);
        }
    }

    private static InputException Unreadable(string line, long number, ConvertType from)
    {
        string quoted = InputException.Quote(line);
        if (from.IsBits) return new InputException($"line {number}: {quoted} is no code: {HexText.Wanted(from.Name, from.Bits)}");

        // FP4 is the only format that has no NaN.
        return CodeText.TryParse(NumberFormat.P16, line, out _)
            ? NoNaN($"line {number}")
            : new InputException($"line {number}: {quoted} is no number: such as 3.5, -1e-3, inf or nan; raw codes are read with --from {from.Name}:bits");
    }

    /// <summary>The value that <paramref name="number"/> becomes in the format it comes in.</summary>
    private static double RoundTo(ConvertType from, double number, Func<long, string> where, long index)
    {
        if (!from.Holds(number)) throw NoNaN(where(index));
        return from.ToValue(from.ToCode(number));
    }

    private static InputException NoNaN(string where) => new($"{where} is NaN, and fp4 has no code for it: use p4, p8 or p16, or replace it");
}
