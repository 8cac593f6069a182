using System.Globalization;
using System.Numerics;

namespace XrNpe.Arith;

/// <summary>Codes as decimal text, culture-invariant.</summary>
public static class CodeText
{
    /// <summary>
    /// Reads a decimal number and rounds its exact value once. Takes what <see cref="double"/> takes without thousands
    /// separators, <c>nan</c> and <c>nar</c> (not for FP4, which has no code for it), and <c>inf</c> or <c>infinity</c>, in any case.
    /// </summary>
    /// <returns>False when the text is not a number, or is NaN and the format is FP4.</returns>
    public static bool TryParse(NumberFormat format, ReadOnlySpan<char> text, out uint code)
    {
        text = text.Trim();
        code = 0;
        bool negative = text is ['-', ..];
        ReadOnlySpan<char> unsigned = negative || text is ['+', ..] ? text[1..] : text;

        bool isNaN = Matches(unsigned, "nan") || Matches(unsigned, "nar");
        if (isNaN || Matches(unsigned, "inf") || Matches(unsigned, "infinity"))
        {
            if (isNaN && !FormatInfo.Of(format).HasNaR) return false;
            code = FormatConvert.NotFinite(format, negative, isNaN);
            return true;
        }

        if (!DecimalNumber.TryParse(unsigned, out DecimalNumber number)) return false;
        code = number.Round(format, negative);
        return true;
    }

    /// <inheritdoc cref="TryParse(NumberFormat, ReadOnlySpan{char}, out uint)"/>
    public static bool TryParse(NumberFormat format, string? text, out uint code) => TryParse(format, text.AsSpan(), out code);

    /// <summary>
    /// The value of a code as the shortest text that reads back as the same double (float for float32), and so as the same
    /// code in every format that holds the value: 0.296875 and not 0.3, which another program would take for another
    /// number. NaR is <c>NaR</c>, FP4's minus zero <c>-0</c>.
    /// </summary>
    public static string Format(NumberFormat format, uint code)
    {
        FormatInfo info = FormatInfo.Of(format);
        if (format == NumberFormat.F32) return Shortest(BitConverter.UInt32BitsToSingle(code), "G9");
        return info.HasNaR && (code & info.Mask) == info.NaRCode ? "NaR" : Shortest(FormatConvert.ToDouble(format, code), "G17");
    }

    /// <summary>
    /// .NET's shortest text, or the longest form where that does not read back: at some powers of two, 2^-25 among them, .NET
    /// 10 prints a digit too few, since the gap below a power of two is half the gap above.
    /// </summary>
    private static string Shortest<T>(T value, string longest)
        where T : IBinaryFloatingPointIeee754<T>
    {
        string text = value.ToString(null, CultureInfo.InvariantCulture);
        return T.IsNaN(value) || T.Parse(text, CultureInfo.InvariantCulture) == value
            ? text
            : value.ToString(longest, CultureInfo.InvariantCulture);
    }

    private static bool Matches(ReadOnlySpan<char> text, string word) => text.Equals(word, StringComparison.OrdinalIgnoreCase);
}
