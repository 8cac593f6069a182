using System.Text;

namespace XrNpe.Vio;

/// <summary>Codes as text: hexadecimal, lower case, as wide as the format; read in any case, with or without 0x.</summary>
internal static class HexText
{
    /// <summary>Digits of the widest code there is.</summary>
    public const int MostDigits = 16;

    private const byte NoDigit = 0xff;

    /// <summary>The values of all bytes as hexadecimal digits.</summary>
    private static readonly byte[] Values = [.. Enumerable.Range(0, 256).Select(c => char.IsAsciiHexDigit((char)c) ? Convert.ToByte(((char)c).ToString(), 16) : NoDigit)];

    /// <summary>Reads a code of <paramref name="bits"/> bits; it may be shorter than the format, not longer.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, int bits, out ulong code)
    {
        text = text[Ascii.Trim(text)];
        if (text is [(byte)'0', (byte)'x' or (byte)'X', ..]) text = text[2..];
        code = 0;
        uint all = 0;
        foreach (byte c in text)
        {
            uint digit = Values[c];
            all |= digit;
            code = (code << 4) | digit;
        }

        return all < 16 && text.Length <= bits / 4 && !text.IsEmpty;
    }

    /// <summary>Writes a code of <paramref name="bits"/> bits.</summary>
    /// <returns>The number of digits.</returns>
    public static int Format(Span<byte> destination, ulong code, int bits)
    {
        int count = bits / 4;
        for (int i = count - 1; i >= 0; i--)
        {
            destination[i] = "0123456789abcdef"u8[(int)(code & 15)];
            code >>= 4;
        }

        return count;
    }

    /// <summary>What a code of <paramref name="bits"/> bits looks like, for messages.</summary>
    public static string Wanted(string format, int bits) =>
        bits == 4 ? $"a code of {format} is one hexadecimal digit" : $"a code of {format} has up to {bits / 4} hexadecimal digits";
}
