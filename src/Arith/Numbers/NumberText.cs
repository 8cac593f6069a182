using System.Globalization;
using System.Text;

namespace XrNpe.Arith;

/// <summary>
/// The text of the number types. Without a format, and with "G" and "R", the shortest text that reads back as the same number
/// of the same type; other formats are those of <see cref="double"/>, which holds every value.
/// </summary>
internal static class NumberText
{
    /// <summary>Blanks, a sign, a decimal point and an exponent; no thousands separators unless asked for, since 1,5 is not 15.</summary>
    public const NumberStyles DefaultStyle = NumberStyles.Float;

    private const string NaR = "NaR";

    /// <summary>The longest without signs and separators: a zero, a point and nine digits, with room to spare.</summary>
    private const int DigitRoom = 40;

    /// <summary>The text of a code.</summary>
    public static string Format(NumberFormat format, uint code, string? text, IFormatProvider? provider)
    {
        Span<char> buffer = stackalloc char[DigitRoom + 24];
        return TryFormat(format, code, buffer, out int written, text, provider)
            ? new string(buffer[..written])
            : Long(format, code, text, provider);
    }

    /// <summary>Writes the text of a code, if it fits.</summary>
    public static bool TryFormat(
        NumberFormat format, uint code, Span<char> target, out int written, ReadOnlySpan<char> text, IFormatProvider? provider)
    {
        FormatInfo info = FormatInfo.Of(format);
        bool isNaR = info.HasNaR && code == info.NaRCode;
        if (!isNaR && text is not ([] or ['G' or 'g' or 'R' or 'r']))
        {
            return ((double)FormatConvert.ToSingle(format, code)).TryFormat(target, out written, text, provider);
        }

        NumberFormatInfo culture = NumberFormatInfo.GetInstance(provider);
        ReadOnlySpan<char> sign = code >= info.NaRCode && !isNaR ? culture.NegativeSign : "";
        ReadOnlySpan<char> point = culture.NumberDecimalSeparator;
        Span<char> digits = stackalloc char[DigitRoom + point.Length];
        int length = Magnitude(format, Scalar.Abs(format, code), isNaR, digits, point, text is ['g'] ? 'e' : 'E');
        written = 0;
        if (target.Length < sign.Length + length) return false;
        sign.CopyTo(target);
        digits[..length].CopyTo(target[sign.Length..]);
        written = sign.Length + length;
        return true;
    }

    /// <summary>Writes the text of a code as UTF-8, if it fits.</summary>
    public static bool TryFormat(
        NumberFormat format, uint code, Span<byte> target, out int written, ReadOnlySpan<char> text, IFormatProvider? provider)
    {
        Span<char> buffer = stackalloc char[DigitRoom + 24];
        return TryFormat(format, code, buffer, out int length, text, provider)
            ? Encoding.UTF8.TryGetBytes(buffer[..length], target, out written)
            : Encoding.UTF8.TryGetBytes(Long(format, code, text.ToString(), provider), target, out written);
    }

    /// <summary>Reads a decimal number and rounds its exact value once. What <see cref="CodeText"/> takes, by culture and style.</summary>
    public static bool TryParse(
        NumberFormat format, ReadOnlySpan<char> text, NumberStyles style, IFormatProvider? provider, out uint code)
    {
        const NumberStyles Bitwise = NumberStyles.AllowHexSpecifier | NumberStyles.AllowBinarySpecifier;
        if ((style & Bitwise) != 0)
        {
            throw new ArgumentException($"{style} reads integers: use FromBits for codes", nameof(style));
        }

        code = 0;
        return NumberReader.TryNormalize(text, style, NumberFormatInfo.GetInstance(provider), out string? plain)
            && CodeText.TryParse(format, plain, out code);
    }

    /// <inheritdoc cref="TryParse(NumberFormat, ReadOnlySpan{char}, NumberStyles, IFormatProvider?, out uint)"/>
    public static bool TryParse(
        NumberFormat format, ReadOnlySpan<byte> utf8, NumberStyles style, IFormatProvider? provider, out uint code) =>
        TryParse(format, Encoding.UTF8.GetString(utf8), style, provider, out code);

    /// <summary>Reads a decimal number.</summary>
    /// <exception cref="FormatException">The text is not a number of this format.</exception>
    public static uint Parse(NumberFormat format, ReadOnlySpan<char> text, NumberStyles style, IFormatProvider? provider) =>
        TryParse(format, text, style, provider, out uint code)
            ? code
            : throw new FormatException($"'{text}' is not a number that {FormatInfo.Of(format).Name} can hold: write decimals such as -1.5 or 2e-3");

    /// <inheritdoc cref="Parse(NumberFormat, ReadOnlySpan{char}, NumberStyles, IFormatProvider?)"/>
    public static uint Parse(NumberFormat format, ReadOnlySpan<byte> utf8, NumberStyles style, IFormatProvider? provider) =>
        Parse(format, Encoding.UTF8.GetString(utf8), style, provider);

    /// <summary>Reads a decimal number.</summary>
    /// <exception cref="FormatException">The text is not a number of this format.</exception>
    /// <exception cref="ArgumentNullException">There is no text.</exception>
    public static uint Parse(NumberFormat format, string text, NumberStyles style, IFormatProvider? provider)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Parse(format, text.AsSpan(), style, provider);
    }

    /// <summary>Checks that a code fits its format.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It does not.</exception>
    public static uint CheckWidth(NumberFormat format, uint bits)
    {
        FormatInfo info = FormatInfo.Of(format);
        return bits <= info.Mask
            ? bits
            : throw new ArgumentOutOfRangeException(nameof(bits), bits, $"a code of {info.Name} has {info.Bits} bits, at most 0x{info.Mask:x}");
    }

    /// <summary>That an object is not the number it is compared with.</summary>
    public static ArgumentException NotComparable(NumberFormat format, object other) =>
        new($"a {FormatInfo.Of(format).Name} compares with its own type only, not with {other.GetType()}", nameof(other));

    private static int Magnitude(NumberFormat format, uint code, bool isNaR, Span<char> target, ReadOnlySpan<char> point, char exponentMark)
    {
        if (!isNaR && code != 0) return ShortestDecimal.Of(format, code).Write(target, point, exponentMark);
        string text = isNaR ? NaR : "0";
        text.CopyTo(target);
        return text.Length;
    }

    /// <summary>What does not fit a short buffer: a format such as F100, or a culture of long words.</summary>
    private static string Long(NumberFormat format, uint code, string? text, IFormatProvider? provider)
    {
        for (int room = 256; ; room *= 4)
        {
            char[] buffer = new char[room];
            if (TryFormat(format, code, buffer, out int written, text, provider)) return new string(buffer, 0, written);
        }
    }
}
