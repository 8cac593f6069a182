using System.Globalization;
using System.Numerics;

namespace XrNpe.Arith;

/// <summary>An unsigned decimal number, digits · 10^exponent, and its single rounding from the exact ratio.</summary>
/// <param name="Digits">All significant digits as one integer.</param>
/// <param name="Exponent">Power of ten of the last digit.</param>
/// <param name="LeadingExponent">Power of ten of the first nonzero digit.</param>
internal readonly record struct DecimalNumber(BigInteger Digits, long Exponent, long LeadingExponent)
{
    /// <summary>Beyond this power of ten, up or down, every format saturates or underflows (float32 ends at 10^38 and 10^-46).</summary>
    private const int FarExponent = 100;

    /// <summary>Bits of the quotient handed to the rounder, plenty for float32's 24 and short of the 128 there are.</summary>
    private const int QuotientBits = 100;

    /// <summary>Reads <c>digits[.digits][e[+|-]digits]</c>, with at least one digit before or after the point.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out DecimalNumber number)
    {
        number = default;
        int mark = text.IndexOfAny('e', 'E');
        long written = 0;
        if (mark >= 0 && !TryParseExponent(text[(mark + 1)..], out written)) return false;

        ReadOnlySpan<char> mantissa = mark >= 0 ? text[..mark] : text;
        int point = mantissa.IndexOf('.');
        ReadOnlySpan<char> whole = point >= 0 ? mantissa[..point] : mantissa;
        ReadOnlySpan<char> fraction = point >= 0 ? mantissa[(point + 1)..] : [];
        if (whole.Length + fraction.Length == 0 || !AllDigits(whole) || !AllDigits(fraction)) return false;

        string digits = string.Concat(whole, fraction).TrimStart('0');
        long exponent = written - fraction.Length;
        BigInteger integer = digits.Length == 0
            ? BigInteger.Zero
            : BigInteger.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
        number = new DecimalNumber(integer, exponent, exponent + digits.Length - 1);
        return true;
    }

    /// <summary>Rounds to a code, once.</summary>
    public uint Round(NumberFormat format, bool negative)
    {
        if (Digits.IsZero) return RoundPack.Round(format, negative, UInt128.Zero, 0);

        // 10^100 > 2^300 is beyond every format, so that 1e999999999 costs no more than 1e101.
        if (LeadingExponent > FarExponent) return RoundPack.Round(format, negative, UInt128.One, 300);
        if (LeadingExponent < -FarExponent) return RoundPack.Round(format, negative, UInt128.One, -300);

        BigInteger numerator = Exponent >= 0 ? Digits * BigInteger.Pow(10, (int)Exponent) : Digits;
        BigInteger denominator = Exponent >= 0 ? BigInteger.One : BigInteger.Pow(10, (int)-Exponent);
        int shift = QuotientBits - (int)(numerator.GetBitLength() - denominator.GetBitLength());
        if (shift >= 0) numerator <<= shift;
        else denominator <<= -shift;

        BigInteger quotient = BigInteger.DivRem(numerator, denominator, out BigInteger remainder);
        return RoundPack.Round(format, negative, (UInt128)quotient, -shift, !remainder.IsZero);
    }

    private static bool TryParseExponent(ReadOnlySpan<char> text, out long exponent)
    {
        // Enough to be far whatever a string's at most 2^31 digits say, and far from overflowing.
        const long Limit = 1L << 40;
        bool negative = text is ['-', ..];
        if (negative || text is ['+', ..]) text = text[1..];
        exponent = 0;
        if (text.IsEmpty || !AllDigits(text)) return false;
        foreach (char digit in text) exponent = Math.Min((exponent * 10) + (digit - '0'), Limit);
        if (negative) exponent = -exponent;
        return true;
    }

    private static bool AllDigits(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');
}
