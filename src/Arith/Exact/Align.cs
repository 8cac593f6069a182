namespace XrNpe.Arith;

/// <summary>Places an exact product at its position in the quire: module <c>xrnpe_align</c>.</summary>
public static class Align
{
    /// <summary>The exact product of two unpacked values in units of the format's product LSB; 0 when either is NaR.</summary>
    public static Int128 Product(NumberFormat format, in Unpacked a, in Unpacked b)
    {
        if (a.IsNaR || b.IsNaR) return Int128.Zero;
        FormatInfo info = FormatInfo.Of(format);
        UInt128 product = a.Significand * b.Significand; // at most 26 bits

        int significandLsb = a.Exponent + b.Exponent - (2 * (info.SignificandBits - 1));
        return Place(product, significandLsb - info.ProductLsbExponent, a.Sign != b.Sign);
    }

    /// <summary>An unpacked value by itself in units of the format's product LSB, as a sum's other terms need it; 0 when NaR.</summary>
    public static Int128 Value(NumberFormat format, in Unpacked value)
    {
        if (value.IsNaR) return Int128.Zero;
        FormatInfo info = FormatInfo.Of(format);
        int significandLsb = value.Exponent - (info.SignificandBits - 1);
        return Place(value.Significand, significandLsb - info.ProductLsbExponent, value.Sign);
    }

    private static Int128 Place(UInt128 magnitude, int shift, bool negative)
    {
        // The significands' own LSBs lie below their leading bits; what a right shift drops is always zero, because
        // every value is a multiple of the smallest one.
        Int128 aligned = (Int128)(shift >= 0 ? magnitude << shift : magnitude >> -shift);
        return negative ? -aligned : aligned;
    }
}
