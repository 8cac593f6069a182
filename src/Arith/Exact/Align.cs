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

        // The significands' own LSBs lie below their leading bits; what a right shift drops is always zero, because
        // every value is a multiple of the smallest one.
        int shift = a.Exponent + b.Exponent - (2 * (info.SignificandBits - 1)) - info.ProductLsbExponent;
        Int128 aligned = (Int128)(shift >= 0 ? product << shift : product >> -shift);
        return a.Sign != b.Sign ? -aligned : aligned;
    }
}
