namespace XrNpe.Reference;

/// <summary>
/// The second reference: p16's sum and product in 128-bit integers, fast enough for all 2^32 pairs. It shares no code with what it
/// judges, and none with <see cref="ReferenceArithmetic"/>, against which it is proven.
/// </summary>
public static class Posit16Reference
{
    private const uint NaR = 0x8000;
    private const int MaxCode = 0x7fff;

    /// <summary>A product counts in units of the square of the table's unit; so does everything that is rounded.</summary>
    private const int ProductShift = -Posit16Table.UnitExponent;

    /// <summary>Pattern 2c of the 17-bit table is code c, and 2c + 1 lies, in the sense of posits, halfway to the next.</summary>
    private static readonly long[] Table = Posit16Table.Grow();

    /// <summary>By code, with the sign; 0 for NaR, which must be found by its code.</summary>
    private static readonly long[] Values = [.. Enumerable.Range(0, 1 << 16).Select(ValueOf)];

    /// <summary>For every power of two its binade.</summary>
    private static readonly Binade[] Binades = [.. Enumerable.Range(0, 127).Select(BinadeOf)];

    /// <summary>a + b.</summary>
    public static uint Add(uint a, uint b) => a == NaR || b == NaR ? NaR : Round((Int128)(Values[a] + Values[b]) << ProductShift);

    /// <summary>a · b.</summary>
    public static uint Multiply(uint a, uint b) => a == NaR || b == NaR ? NaR : Round((Int128)Values[a] * Values[b]);

    private static uint Round(Int128 value)
    {
        if (value == 0) return 0;
        Int128 magnitude = Int128.Abs(value);
        int code = RoundMagnitude(magnitude);
        return (uint)(value < 0 ? (1 << 16) - code : code);
    }

    private static int RoundMagnitude(Int128 magnitude)
    {
        int exponent = (int)Int128.Log2(magnitude);
        Binade binade = Binades[exponent];
        int low = binade.First + (int)((magnitude - (Int128.One << exponent)) >> binade.StepExponent);
        if (low == 0) return 1; // a nonzero value never becomes zero
        if (low == MaxCode) return MaxCode; // nor a real one NaR

        Int128 midpoint = (Int128)Table[(2 * low) + 1] << ProductShift;
        bool up = magnitude > midpoint || (magnitude == midpoint && low % 2 != 0);
        return up ? low + 1 : low;
    }

    private static long ValueOf(int code) => code switch
    {
        <= MaxCode => Table[2 * code],
        (int)NaR => 0,
        _ => -Table[2 * ((1 << 16) - code)],
    };

    private static Binade BinadeOf(int exponent)
    {
        int first = LastAtOrBelow(Int128.One << exponent);
        int count = LastAtOrBelow((Int128.One << exponent << 1) - 1) - first + 1;
        return new Binade(first, exponent - int.Log2(count));
    }

    /// <summary>The last code whose value is not above a magnitude.</summary>
    private static int LastAtOrBelow(Int128 magnitude)
    {
        int code = 0;
        while (code < MaxCode && (Int128)Values[code + 1] << ProductShift <= magnitude) code++;
        return code;
    }

    /// <summary>The codes from one power of two to the next: the last at or below the lower power, and how far apart they are.</summary>
    private readonly record struct Binade(int First, int StepExponent);
}
