using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace XrNpe.Arith;

/// <summary>Numbers as a culture and a style write them, to the plain ones that <see cref="CodeText"/> reads.</summary>
internal static class NumberReader
{
    /// <summary>Takes off what the style allows, and refuses what it does not; digits are judged later.</summary>
    public static bool TryNormalize(
        ReadOnlySpan<char> text, NumberStyles style, NumberFormatInfo culture, [NotNullWhen(true)] out string? plain)
    {
        plain = null;
        if (Has(style, NumberStyles.AllowLeadingWhite)) text = text.TrimStart();
        if (Has(style, NumberStyles.AllowTrailingWhite)) text = text.TrimEnd();

        bool negative = false;
        if (Has(style, NumberStyles.AllowParentheses) && text is ['(', .., ')'])
        {
            negative = true;
            text = text[1..^1];
        }
        else if (!TakeSign(ref text, style, culture, ref negative))
        {
            return false;
        }

        bool currency = Has(style, NumberStyles.AllowCurrencySymbol) && TakeEither(ref text, culture.CurrencySymbol);
        if (text.IsEmpty || char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]) || text[0] is '-' or '+') return false;

        string sign = negative ? "-" : "";
        if (NamedValue(text, culture) is { } name)
        {
            plain = sign + name;
            return true;
        }

        int mark = text.IndexOfAny('e', 'E');
        if (mark >= 0 && !Has(style, NumberStyles.AllowExponent)) return false;
        string mantissa = (mark >= 0 ? text[..mark] : text).ToString();
        string exponent = mark >= 0 ? text[mark..].ToString() : "";

        string point = currency ? culture.CurrencyDecimalSeparator : culture.NumberDecimalSeparator;
        int pointAt = mantissa.IndexOf(point, StringComparison.Ordinal);
        if (pointAt >= 0 && !Has(style, NumberStyles.AllowDecimalPoint)) return false;
        string whole = pointAt >= 0 ? mantissa[..pointAt] : mantissa;
        string fraction = pointAt >= 0 ? mantissa[(pointAt + point.Length)..] : "";
        if (Has(style, NumberStyles.AllowThousands))
        {
            string group = currency ? culture.CurrencyGroupSeparator : culture.NumberGroupSeparator;
            if (group.Length > 0) whole = whole.Replace(group, "", StringComparison.Ordinal);
        }

        // The only point is the culture's own: a stray one would be read as a decimal point of the plain form.
        if (whole.Contains('.', StringComparison.Ordinal) || fraction.Contains('.', StringComparison.Ordinal)) return false;
        plain = $"{sign}{whole}{(pointAt >= 0 ? "." : "")}{fraction}{exponent}";
        return true;
    }

    private static bool TakeSign(ref ReadOnlySpan<char> text, NumberStyles style, NumberFormatInfo culture, ref bool negative)
    {
        bool found = Has(style, NumberStyles.AllowLeadingSign) && TakeStart(ref text, culture, ref negative);
        if (Has(style, NumberStyles.AllowTrailingSign) && TakeEnd(ref text, culture, ref negative))
        {
            if (found) return false;
            text = text.TrimEnd();
        }

        return true;
    }

    private static bool TakeStart(ref ReadOnlySpan<char> text, NumberFormatInfo culture, ref bool negative)
    {
        foreach ((string sign, bool isNegative) in Signs(culture))
        {
            if (sign.Length == 0 || !text.StartsWith(sign, StringComparison.Ordinal)) continue;
            negative = isNegative;
            text = text[sign.Length..];
            return true;
        }

        return false;
    }

    private static bool TakeEnd(ref ReadOnlySpan<char> text, NumberFormatInfo culture, ref bool negative)
    {
        foreach ((string sign, bool isNegative) in Signs(culture))
        {
            if (sign.Length == 0 || !text.EndsWith(sign, StringComparison.Ordinal)) continue;
            negative = isNegative;
            text = text[..^sign.Length];
            return true;
        }

        return false;
    }

    private static bool TakeEither(ref ReadOnlySpan<char> text, string symbol)
    {
        if (symbol.Length == 0) return false;
        bool start = text.StartsWith(symbol, StringComparison.Ordinal);
        if (!start && !text.EndsWith(symbol, StringComparison.Ordinal)) return false;
        text = (start ? text[symbol.Length..] : text[..^symbol.Length]).Trim();
        return true;
    }

    /// <summary>The culture's signs, and the plain ones that every culture reads.</summary>
    private static (string Sign, bool IsNegative)[] Signs(NumberFormatInfo culture) =>
        [(culture.NegativeSign, true), (culture.PositiveSign, false), ("-", true), ("+", false)];

    private static string? NamedValue(ReadOnlySpan<char> text, NumberFormatInfo culture)
    {
        if (Matches(text, "NaR") || Matches(text, "NaN") || Matches(text, culture.NaNSymbol)) return "NaN";
        return Matches(text, "inf") || Matches(text, "Infinity") || Matches(text, culture.PositiveInfinitySymbol) ? "Infinity" : null;
    }

    private static bool Matches(ReadOnlySpan<char> text, string word) => text.Equals(word, StringComparison.OrdinalIgnoreCase);

    private static bool Has(NumberStyles style, NumberStyles flag) => (style & flag) != 0;
}
