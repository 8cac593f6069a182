namespace XrNpe.Arith;

/// <content>Division and remainder.</content>
public static partial class Scalar
{
    /// <summary>
    /// a / b. A posit over zero is NaR. FP4 has no infinity: x / 0 saturates to ±6, with the sign that IEEE 754 gives it.
    /// </summary>
    /// <exception cref="DivideByZeroException">0 / 0 in FP4, which has no code for NaN.</exception>
    public static uint Divide(NumberFormat format, uint a, uint b)
    {
        FormatInfo info = FormatInfo.RequireInput(format);
        Unpacked x = Decode.Code(format, a);
        Unpacked y = Decode.Code(format, b);
        if (x.IsNaR || y.IsNaR) return info.NaRCode;

        bool sign = x.Sign != y.Sign;
        if (y.IsZero)
        {
            if (x.IsZero && !info.HasNaR) throw new DivideByZeroException($"0 / 0 is NaN, which has no code in {info.Name}");
            return FormatConvert.NotFinite(format, sign, isNaN: false);
        }

        // At most 13 bits over at most 13 bits: the quotient keeps at least 51, far below any rounding position.
        const int QuotientShift = 64;
        (UInt128 quotient, UInt128 remainder) = UInt128.DivRem((UInt128)x.Significand << QuotientShift, y.Significand);
        return RoundPack.Round(format, sign, quotient, x.Exponent - y.Exponent - QuotientShift, remainder != UInt128.Zero);
    }

    /// <summary>
    /// a − b · trunc(a / b), the remainder that has the sign of a, exact and then rounded once: near zero a posit has fewer
    /// significant bits than the remainder may need. Over zero: NaR.
    /// </summary>
    /// <exception cref="DivideByZeroException">The divisor is zero and the format FP4, which has no code for NaN.</exception>
    public static uint Remainder(NumberFormat format, uint a, uint b)
    {
        FormatInfo info = FormatInfo.RequireInput(format);
        Unpacked x = Decode.Code(format, a);
        Unpacked y = Decode.Code(format, b);
        if (x.IsNaR || y.IsNaR) return info.NaRCode;
        if (y.IsZero)
        {
            return info.HasNaR
                ? info.NaRCode
                : throw new DivideByZeroException($"a remainder over 0 is NaN, which has no code in {info.Name}");
        }

        // In units of the smallest positive value both are integers of at most 57 bits.
        ReadOnlySpan<long> values = FixedPoint.Table(format);
        long remainder = values[(int)(a & info.Mask)] % values[(int)(b & info.Mask)];
        return RoundPack.Round(format, x.Sign, (ulong)Math.Abs(remainder), info.ProductLsbExponent / 2);
    }
}
