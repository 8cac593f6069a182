using System.Text.RegularExpressions;

namespace XrNpe.Synth;

/// <summary>The function of an output pin, as Liberty writes it: <c>! '</c>, <c>^</c>, <c>&amp; *</c> or a blank, <c>+ |</c>, strongest first.</summary>
internal sealed partial class PinFunction
{
    private const int MostInputs = 6;

    private readonly string[] _tokens;
    private readonly IReadOnlyList<string> _inputs;
    private int _at;
    private ulong _case;

    private PinFunction(string[] tokens, IReadOnlyList<string> inputs) => (_tokens, _inputs) = (tokens, inputs);

    /// <summary>
    /// The truth table over the inputs: bit i is the value where input j is bit j of i. Null when the text is no function of these inputs, such
    /// as the name of a flip-flop's state, or has more than six.
    /// </summary>
    public static ulong? Table(string text, IReadOnlyList<string> inputs)
    {
        if (inputs.Count > MostInputs) return null;
        string[] tokens = [.. Token().Matches(text).Select(match => match.Value)];
        if (string.Concat(tokens).Length != text.Count(c => !char.IsWhiteSpace(c))) return null;
        var function = new PinFunction(tokens, inputs);
        ulong table = 0;
        for (int i = 0; i < 1 << inputs.Count; i++)
        {
            (function._at, function._case) = (0, (ulong)i);
            if (function.Or() is not { } value || function._at != tokens.Length) return null;
            if (value) table |= 1UL << i;
        }

        return table;
    }

    [GeneratedRegex(@"[A-Za-z_0-9\[\]]+|[!'^&*+|()]")]
    private static partial Regex Token();

    private bool? Or()
    {
        bool? value = And();
        while (value is not null && Take("+", "|")) value |= And();
        return value;
    }

    private bool? And()
    {
        bool? value = Xor();
        while (value is not null && (Take("&", "*") || StartsOperand())) value &= Xor();
        return value;
    }

    private bool? Xor()
    {
        bool? value = Operand();
        while (value is not null && Take("^")) value ^= Operand();
        return value;
    }

    private bool? Operand()
    {
        bool? value;
        if (Take("!"))
        {
            value = !Operand();
        }
        else if (Take("("))
        {
            value = Or();
            if (!Take(")")) return null;
        }
        else
        {
            if (_at == _tokens.Length) return null;
            string name = _tokens[_at++];
            int input = Enumerable.Range(0, _inputs.Count).FirstOrDefault(i => _inputs[i] == name, -1);
            value = input >= 0 ? (_case >> input & 1) != 0 : name switch { "0" => false, "1" => true, _ => null };
        }

        while (Take("'")) value = !value;
        return value;
    }

    private bool StartsOperand() => _at < _tokens.Length && _tokens[_at] is not (")" or "+" or "|" or "^" or "'" or "&" or "*");

    private bool Take(params ReadOnlySpan<string> tokens)
    {
        if (_at == _tokens.Length || !tokens.Contains(_tokens[_at])) return false;
        _at++;
        return true;
    }
}
