using System.Globalization;
using System.Text;

namespace XrNpe.Vio;

/// <summary>The header of a .npy file, taken apart.</summary>
/// <param name="Descriptor">The dtype, such as <c>&lt;f4</c>.</param>
/// <param name="FortranOrder">True when the first index runs fastest.</param>
/// <param name="Shape">The dimensions.</param>
internal sealed record NpyHeader(string Descriptor, bool FortranOrder, int[] Shape)
{
    /// <summary>Parses the Python dictionary in a header.</summary>
    /// <param name="source">File, for messages.</param>
    /// <param name="text">The dictionary, padding included.</param>
    /// <param name="offset">Byte of the file at which the dictionary starts, for messages.</param>
    public static NpyHeader Parse(string source, string text, int offset) => new Parser(source, text, offset).Header();

    /// <summary>The few Python literals that a header is made of.</summary>
    private ref struct Parser(string source, string text, int offset)
    {
        private int _position;

        public NpyHeader Header()
        {
            string? descriptor = null;
            bool? fortran = null;
            int[]? shape = null;
            Expect('{', "a dictionary");
            while (Peek() != '}')
            {
                int start = _position;
                string key = QuotedText("a key");
                Expect(':', $"a colon after the key {InputException.Quote(key)}");
                switch (key)
                {
                    case "descr" when descriptor is null:
                        descriptor = Peek() == '[' ? throw Structured() : QuotedText("the dtype as a string");
                        break;
                    case "fortran_order" when fortran is null:
                        fortran = Word() switch { "True" => true, "False" => false, _ => throw Wrong("True or False as fortran_order") };
                        break;
                    case "shape" when shape is null:
                        shape = Tuple();
                        break;
                    default:
                        _position = start;
                        throw Wrong("the keys descr, fortran_order and shape, each once");
                }

                if (Peek() == ',') _position++;
                else if (Peek() != '}') throw Wrong("a comma or the end of the dictionary");
            }

            _position++;
            if (Peek() != '\0') throw Wrong("nothing but blanks after the dictionary");
            return new NpyHeader(
                descriptor ?? throw Missing("descr"), fortran ?? throw Missing("fortran_order"), shape ?? throw Missing("shape"));
        }

        private int[] Tuple()
        {
            var dimensions = new List<int>();
            Expect('(', "a tuple as the shape");
            while (Peek() != ')')
            {
                string digits = Word().TrimEnd('L'); // Python 2 wrote 3L
                if (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int dimension))
                {
                    throw Wrong($"a dimension from 0 to {int.MaxValue}");
                }

                dimensions.Add(dimension);
                if (Peek() == ',') _position++;
                else if (Peek() != ')') throw Wrong("a comma or the end of the shape");
            }

            _position++;
            return [.. dimensions];
        }

        private string QuotedText(string wanted)
        {
            char quote = Peek();
            int end = quote is '\'' or '"' ? text.IndexOf(quote, _position + 1) : -1;
            if (end < 0) throw Wrong(wanted);
            string content = text[(_position + 1)..end];
            _position = end + 1;
            return content;
        }

        private string Word()
        {
            Peek();
            int start = _position;
            while (_position < text.Length && (char.IsAsciiLetterOrDigit(text[_position]) || text[_position] is '-' or '+')) _position++;
            return text[start.._position];
        }

        /// <summary>The next character that is not blank; 0 at the end.</summary>
        private char Peek()
        {
            while (_position < text.Length && text[_position] is ' ' or '\n' or '\t' or '\r') _position++;
            return _position < text.Length ? text[_position] : '\0';
        }

        private void Expect(char wanted, string what)
        {
            if (Peek() != wanted) throw Wrong(what);
            _position++;
        }

        private readonly InputException Wrong(string wanted) => new(
            $"{source}: the .npy header is wrong at byte {offset + Encoding.UTF8.GetByteCount(text.AsSpan(0, Math.Min(_position, text.Length)))}: expected {wanted}, "
            + $"found {(_position < text.Length ? InputException.Quote(text[_position..].TrimEnd()) : "its end")}");

        private readonly InputException Missing(string key) => new(
            $"{source}: the .npy header has no {key}; it must hold descr, fortran_order and shape");

        private readonly InputException Structured() => new(
            $"{source}: the dtype is a structure of several fields; save one field with a float or integer dtype");
    }
}
