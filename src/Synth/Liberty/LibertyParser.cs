using System.Globalization;

namespace XrNpe.Synth;

/// <summary>Reads the syntax of Liberty files: groups, simple attributes, and complex ones, which are passed over.</summary>
internal sealed class LibertyParser
{
    private readonly string _path;
    private readonly string _text;
    private int _at;
    private int _line = 1;

    private LibertyParser(string path, string text) => (_path, _text) = (path, text);

    /// <summary>Parses a file's text into its outermost group.</summary>
    /// <exception cref="LibertyException">The text is no Liberty.</exception>
    public static LibertyGroup Parse(string path, string text)
    {
        var parser = new LibertyParser(path, text);
        string kind = parser.Word("library (NAME) {");
        if (kind != "library") throw parser.Wrong($"starts with \"{kind}\" and not with library (NAME) {{");
        return parser.Statement(kind) ?? throw parser.Wrong("has no group library (NAME) { … }");
    }

    /// <summary>What follows a name: a group, or null for an attribute that a group above keeps or passes over.</summary>
    private LibertyGroup? Statement(string name, LibertyGroup? parent = null)
    {
        int line = _line;
        char next = Next();
        if (next == ':')
        {
            _at++;
            string value = Value();
            parent?.Attributes[name] = value;
            return null;
        }

        if (next != '(') throw Wrong($"has \"{name}\" without : or ( after it");
        string first = Arguments();
        if (Next() != '{')
        {
            if (Next() == ';') _at++;
            return null;
        }

        _at++;
        var group = new LibertyGroup(name, first, line);
        while (Next() != '}')
        {
            if (Next() == ';')
            {
                _at++;
                continue;
            }

            if (Statement(Word("an attribute, a group or }"), group) is { } inner) group.Groups.Add(inner);
        }

        _at++;
        return group;
    }

    /// <summary>A list in parentheses; the first argument of it.</summary>
    private string Arguments()
    {
        _at++;
        string first = "";
        bool isFirst = true;
        while (true)
        {
            char next = Next();
            if (next is ')' or ',')
            {
                _at++;
                if (next == ')') return first;
                isFirst = false;
            }
            else
            {
                string word = next == '"' ? Quoted() : Bare(")");
                if (isFirst) first = first.Length == 0 ? word : $"{first} {word}";
            }
        }
    }

    private string Value()
    {
        char next = Next(stopAtLineEnd: true);
        string value = next == '"' ? Quoted() : Bare("}").TrimEnd();
        if (_at < _text.Length && Next(stopAtLineEnd: true) == ';') _at++;
        return value;
    }

    private string Quoted()
    {
        int start = ++_at;
        while (_at < _text.Length && _text[_at] != '"')
        {
            if (_text[_at++] == '\n') _line++;
        }

        if (_at == _text.Length) throw Wrong("ends within quotes");
        return _text[start.._at++].Replace("\\\n", "", StringComparison.Ordinal);
    }

    private string Bare(string ends)
    {
        int start = _at;
        while (_at < _text.Length && _text[_at] is not (';' or ',' or '\n' or '\r' or '"') && !ends.Contains(_text[_at], StringComparison.Ordinal)) _at++;
        if (_at == start) throw Wrong($"has '{_text[_at]}' where a value should be");
        return _text[start.._at].Trim();
    }

    private string Word(string wanted)
    {
        _ = Next();
        int start = _at;
        while (_at < _text.Length && (char.IsAsciiLetterOrDigit(_text[_at]) || _text[_at] is '_' or '.' or '-' or '[' or ']')) _at++;
        if (_at == start) throw Wrong(_at < _text.Length ? $"has '{_text[_at]}' where {wanted} should be" : $"ends where {wanted} should be");
        return _text[start.._at];
    }

    /// <summary>The next character that counts; comments, blanks and continued lines are skipped.</summary>
    private char Next(bool stopAtLineEnd = false)
    {
        while (_at < _text.Length)
        {
            char c = _text[_at];
            if (c == '\n')
            {
                if (stopAtLineEnd) return c;
                _line++;
                _at++;
            }
            else if (c is ' ' or '\t' or '\r')
            {
                _at++;
            }
            else if (c == '\\' && _at + 1 < _text.Length && _text[_at + 1] is '\n' or '\r')
            {
                _line++;
                _at = _text.IndexOf('\n', _at) + 1;
            }
            else if (c == '/' && _at + 1 < _text.Length && _text[_at + 1] is '*' or '/')
            {
                SkipComment();
            }
            else
            {
                return c;
            }
        }

        throw Wrong("ends within a group");
    }

    private void SkipComment()
    {
        bool block = _text[_at + 1] == '*';
        int end = _text.IndexOf(block ? "*/" : "\n", _at + 2, StringComparison.Ordinal);
        if (end < 0)
        {
            if (block) throw Wrong("ends within a comment");
            end = _text.Length;
        }
        else if (block)
        {
            end += 2;
        }

        _line += _text.AsSpan(_at, end - _at).Count('\n');
        _at = end;
    }

    private LibertyException Wrong(string what) => new(string.Create(CultureInfo.InvariantCulture, $"{_path}, line {_line}: the Liberty file {what}"));
}
