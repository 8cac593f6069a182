namespace XrNpe.Reference;

/// <summary>
/// Rounding by search: find the two neighbouring codes that enclose the value, look which side of the midpoint it lies, and
/// on the midpoint take the even code.
/// </summary>
public static class ReferenceRounding
{
    /// <summary>Twice a code plus one is the (n+1)-bit posit halfway between it and the next, by the Posit Standard, section 4.1.</summary>
    private static readonly Dictionary<ReferenceFormat, Rational[]> PositMidpoints = new()
    {
        [ReferenceFormat.P4] = Midpoints(4, 1),
        [ReferenceFormat.P8] = Midpoints(8, 0),
        [ReferenceFormat.P16] = Midpoints(16, 1),
    };

    /// <summary>Rounds an exact value to a code.</summary>
    /// <param name="format">Format of the result.</param>
    /// <param name="value">The value.</param>
    /// <param name="minusZero">True for the −0 that a float format is to give when <paramref name="value"/> is exactly zero.</param>
    public static uint Round(ReferenceFormat format, Rational value, bool minusZero = false) => format switch
    {
        ReferenceFormat.Fp4 => RoundFloat(value, minusZero, 0x8, 7, 7, code => FloatDefinition.Magnitude(1, 1, code)),
        ReferenceFormat.F32 => RoundFloat(value, minusZero, 0x8000_0000, 0x7f80_0000, 0x7f7f_ffff, code => FloatDefinition.Magnitude(23, 127, code)),
        _ => RoundPosit(format, value),
    };

    private static uint RoundPosit(ReferenceFormat format, Rational value)
    {
        if (value.Sign == 0) return 0;
        uint nar = ReferenceValue.NaR(format);
        int largest = (int)nar - 1;
        uint Pattern(int signedCode) => (uint)signedCode & ((nar * 2) - 1);
        Rational ValueOf(int signedCode) => ReferenceValue.Of(format, Pattern(signedCode))!.Value;

        // Signed codes order as values do. The largest code whose value is not above this one:
        if (value >= ValueOf(largest)) return Pattern(largest);
        if (value <= ValueOf(-largest)) return Pattern(-largest);
        int low = Floor(-largest, largest, code => ValueOf(code) <= value);

        // Next to zero there is no midpoint: a nonzero value never becomes zero.
        if (low == 0) return Pattern(1);
        if (low == -1) return Pattern(-1);

        int side = value.CompareTo(PositMidpoints[format][low + largest]);
        bool up = side > 0 || (side == 0 && low % 2 != 0);
        return Pattern(up ? low + 1 : low);
    }

    private static uint RoundFloat(
        Rational value, bool minusZero, uint signBit, uint overflow, uint largest, Func<uint, Rational> valueOf)
    {
        bool negative = value.Sign < 0 || (value.Sign == 0 && minusZero);
        Rational magnitude = value.Sign < 0 ? -value : value;
        uint low = (uint)Floor(0, (int)largest + 1, code => valueOf((uint)code) <= magnitude);
        Rational middle = (valueOf(low) + valueOf(low + 1)) / new Rational(2);
        int side = magnitude.CompareTo(middle);
        uint code = Math.Min(overflow, side > 0 || (side == 0 && low % 2 != 0) ? low + 1 : low);
        return negative ? code + signBit : code;
    }

    /// <summary>The largest integer in [low, high) that satisfies a condition which low satisfies and which, once false, stays so.</summary>
    private static int Floor(int low, int high, Func<int, bool> holds)
    {
        while (high - low > 1)
        {
            int middle = low + ((high - low) / 2);
            if (holds(middle)) low = middle;
            else high = middle;
        }

        return low;
    }

    private static Rational[] Midpoints(int n, int es)
    {
        // Signed codes −maxpos … maxpos−1, in order; twice a code plus one, as a pattern of n+1 bits.
        int largest = (1 << (n - 1)) - 1;
        uint mask = (1u << (n + 1)) - 1;
        return [.. Enumerable.Range(-largest, 2 * largest).Select(code => PositDefinition.Value(n + 1, es, (uint)((2 * code) + 1) & mask)!.Value)];
    }
}
