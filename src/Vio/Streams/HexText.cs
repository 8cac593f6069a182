using System.Globalization;

namespace XrNpe.Vio;

/// <summary>Codes as text: hexadecimal, lower case, as wide as the format; read in any case, with or without 0x.</summary>
internal static class HexText
{
    /// <summary>Reads a code of <paramref name="bits"/> bits; it may be shorter than the format, not longer.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, int bits, out ulong code)
    {
        text = text.Trim();
        if (text.StartsWith("0x", StringComparison.OrdinalIgnoreCase)) text = text[2..];
        code = 0;
        return text.Length <= bits / 4 && ulong.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out code);
    }

    /// <summary>Writes a code of <paramref name="bits"/> bits.</summary>
    public static void Write(TextWriter writer, ulong code, int bits)
    {
        Span<char> digits = stackalloc char[16];
        int count = bits / 4;
        for (int i = count - 1; i >= 0; i--)
        {
            digits[i] = "0123456789abcdef"[(int)(code & 15)];
            code >>= 4;
        }

        writer.Write(digits[..count]);
    }

    /// <summary>What a code of <paramref name="bits"/> bits looks like, for messages.</summary>
    public static string Wanted(string format, int bits) =>
        bits == 4 ? $"a code of {format} is one hexadecimal digit" : $"a code of {format} has up to {bits / 4} hexadecimal digits";
}
