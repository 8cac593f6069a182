namespace XrNpe.Arith;

/// <summary>What the number types' <c>Parse</c> has over <see cref="CodeText"/>: an exception that says what was wrong.</summary>
internal static class NumberText
{
    /// <summary>Reads a decimal number as <see cref="CodeText"/> does.</summary>
    /// <exception cref="FormatException">The text is not a number of this format.</exception>
    public static uint Parse(NumberFormat format, ReadOnlySpan<char> text) =>
        CodeText.TryParse(format, text, out uint code)
            ? code
            : throw new FormatException($"'{text}' is not a number that {FormatInfo.Of(format).Name} can hold: write decimals such as -1.5 or 2e-3");

    /// <summary>Checks that a code fits its format.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It does not.</exception>
    public static uint CheckWidth(NumberFormat format, uint bits)
    {
        FormatInfo info = FormatInfo.Of(format);
        return bits <= info.Mask
            ? bits
            : throw new ArgumentOutOfRangeException(nameof(bits), bits, $"a code of {info.Name} has {info.Bits} bits, at most 0x{info.Mask:x}");
    }
}
