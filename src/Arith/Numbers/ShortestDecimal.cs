using System.Globalization;
using System.Numerics;

namespace XrNpe.Arith;

/// <summary>
/// The shortest text that reads back as the same code of the same format; among equally short texts the nearest to the value,
/// and of two equally near the one without an exponent, then the smaller.
/// </summary>
/// <param name="Digits">All digits as an integer.</param>
/// <param name="Exponent">Power of ten of the last digit.</param>
internal readonly record struct ShortestDecimal(ulong Digits, int Exponent)
{
    /// <summary>The most digits an integer of 57 bits has; long before, the text reads back.</summary>
    private const int MostDigits = 17;

    private static readonly UInt128[] PowersOfTen = [.. Enumerable.Range(0, 39).Select(exponent => (UInt128)BigInteger.Pow(10, exponent))];
    private static readonly UInt128[] PowersOfFive = [.. Enumerable.Range(0, 29).Select(exponent => (UInt128)BigInteger.Pow(5, exponent))];

    /// <summary>The decimal digits of the number.</summary>
    public int Count => CountOf(Digits);

    /// <summary>Power of ten of the first digit.</summary>
    public int LeadingExponent => Exponent + Count - 1;

    /// <summary>Whether <c>1E+05</c> is shorter than <c>100000</c>.</summary>
    public bool IsScientific => ScientificLength < FixedLength;

    private int Length => Math.Min(ScientificLength, FixedLength);

    private int FixedLength => Exponent >= 0 ? Count + Exponent : LeadingExponent >= 0 ? Count + 1 : 1 - Exponent + 1;

    private int ScientificLength => Count + (Count > 1 ? 1 : 0) + 4;

    /// <summary>Finds the text for a code that is neither NaR nor negative nor zero.</summary>
    public static ShortestDecimal Of(NumberFormat format, uint code)
    {
        // v = m · 2^-k = m · 5^k · 10^-k: an integer of at most 57 + 65 bits, and a power of ten.
        int places = -FormatInfo.Of(format).ProductLsbExponent / 2;
        UInt128 value = (UInt128)FixedPoint.Table(format)[(int)code] * PowersOfFive[places];
        int digits = 1;
        while (PowersOfTen[digits] <= value) digits++;

        ShortestDecimal best = default;
        UInt128 bestDistance = UInt128.MaxValue;
        for (int count = 1; count <= Math.Min(digits, MostDigits); count++)
        {
            UInt128 unit = PowersOfTen[digits - count];
            ulong below = (ulong)(value / unit);
            for (ulong candidate = below; candidate <= below + 1; candidate++)
            {
                UInt128 scaled = candidate * unit;
                UInt128 distance = scaled > value ? scaled - value : value - scaled;
                ShortestDecimal decimalNumber = Trimmed(candidate, digits - count - places);
                bool better = best.Digits == 0 || decimalNumber.Length < best.Length
                    || (decimalNumber.Length == best.Length && distance < bestDistance);
                if (!better || decimalNumber.Round(format) != code) continue;
                (best, bestDistance) = (decimalNumber, distance);
            }
        }

        return best;
    }

    /// <summary>Writes the number as shortest; the target holds it.</summary>
    /// <returns>The characters written.</returns>
    public int Write(Span<char> target, ReadOnlySpan<char> point, char exponentMark)
    {
        int length = 0;
        Span<char> digits = stackalloc char[20];
        Digits.TryFormat(digits, out int count, provider: CultureInfo.InvariantCulture);
        digits = digits[..count];

        // Digits before the point: one, or as many as the magnitude has.
        int whole = IsScientific ? 1 : LeadingExponent + 1;
        if (whole <= 0) Append(target, ref length, "0");
        for (int i = 0; i < Math.Max(whole, count); i++)
        {
            if (i == Math.Max(whole, 0) && i < count)
            {
                Append(target, ref length, point);
                for (int zero = whole; zero < 0; zero++) Append(target, ref length, "0");
            }

            target[length++] = i < count ? digits[i] : '0';
        }

        if (!IsScientific) return length;
        target[length++] = exponentMark;
        target[length++] = LeadingExponent < 0 ? '-' : '+';
        int magnitude = Math.Abs(LeadingExponent);
        target[length++] = (char)('0' + (magnitude / 10));
        target[length++] = (char)('0' + (magnitude % 10));
        return length;
    }

    private static ShortestDecimal Trimmed(ulong digits, int exponent)
    {
        while (digits % 10 == 0 && digits != 0)
        {
            digits /= 10;
            exponent++;
        }

        return new ShortestDecimal(digits, exponent);
    }

    /// <summary>The code that the text reads back as.</summary>
    private uint Round(NumberFormat format)
    {
        if (Digits == 0) return 0;
        if (Exponent >= 0) return RoundPack.Round(format, false, Digits * PowersOfTen[Exponent], 0);

        // Not below half the smallest value, 2^-29, so that the quotient keeps 41 bits; and not above 2^57 · 2^70.
        const int QuotientShift = 70;
        (UInt128 quotient, UInt128 remainder) = UInt128.DivRem((UInt128)Digits << QuotientShift, PowersOfTen[-Exponent]);
        return RoundPack.Round(format, false, quotient, -QuotientShift, remainder != UInt128.Zero);
    }

    private static int CountOf(ulong digits)
    {
        int count = 1;
        for (; digits >= 10; digits /= 10) count++;
        return count;
    }

    private static void Append(Span<char> target, ref int length, ReadOnlySpan<char> text)
    {
        text.CopyTo(target[length..]);
        length += text.Length;
    }
}
