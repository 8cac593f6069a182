namespace XrNpe.Arith;

/// <content>Roots: integer roots of the exact operand, and a sticky bit for what is left over.</content>
public static partial class Scalar
{
    /// <summary>The square root. Of a negative posit: NaR; of FP4's −0: −0.</summary>
    /// <exception cref="ArithmeticException">The operand is negative and the format FP4, which has no code for NaN.</exception>
    public static uint Sqrt(NumberFormat format, uint a)
    {
        FormatInfo info = FormatInfo.RequireInput(format);
        Unpacked x = Decode.Code(format, a);
        if (x.IsNaR) return info.NaRCode;
        if (x.IsZero) return a & info.Mask;
        return x.Sign
            ? NoRealRoot(info, "the square root of a negative number")
            : RoundSquareRoot(format, x.Significand, LsbExponent(info, x));
    }

    /// <summary>The cube root, of the operand's sign.</summary>
    public static uint Cbrt(NumberFormat format, uint a) => RootN(format, a, 3);

    /// <summary>√(a² + b²): the squares are added exactly, and only the root is rounded.</summary>
    public static uint Hypot(NumberFormat format, uint a, uint b)
    {
        FormatInfo info = FormatInfo.RequireInput(format);
        Unpacked x = Decode.Code(format, a);
        Unpacked y = Decode.Code(format, b);
        if (x.IsNaR || y.IsNaR) return info.NaRCode;
        Int128 sum = Align.Product(format, x, x) + Align.Product(format, y, y);
        return sum == Int128.Zero ? 0 : RoundSquareRoot(format, (UInt128)sum, info.ProductLsbExponent);
    }

    /// <summary>
    /// The n-th root; of a negative number for odd n only. For negative n the reciprocal of the root, rounded once all the
    /// same. What has no real value is NaR: an even root of a negative number, the 0th root. Zero to a negative n is what 1 / 0 is.
    /// </summary>
    /// <exception cref="ArithmeticException">The result is not a real, and the format is FP4, which has no code for NaN.</exception>
    public static uint RootN(NumberFormat format, uint a, int n)
    {
        FormatInfo info = FormatInfo.RequireInput(format);
        Unpacked x = Decode.Code(format, a);
        if (x.IsNaR) return info.NaRCode;
        if (n == 0) return NoRealRoot(info, "the 0th root");

        bool odd = (n & 1) != 0;
        if (x.IsZero)
        {
            // IEEE 754 keeps the sign of a zero, and that of the infinity in its place, for odd n.
            bool minus = x.Sign && odd;
            return n > 0
                ? RoundPack.Round(format, minus, UInt128.Zero, 0)
                : FormatConvert.NotFinite(format, minus, isNaN: false);
        }

        if (x.Sign && !odd) return NoRealRoot(info, "an even root of a negative number");
        ExactRoot root = ExactRoot.Of(x.Significand, LsbExponent(info, x), n);
        return RoundPack.Round(format, x.Sign, root.Magnitude, root.LsbExponent, !root.IsExact);
    }

    private static int LsbExponent(FormatInfo info, in Unpacked value) => value.Exponent - (info.SignificandBits - 1);

    /// <summary>Rounds the square root of a nonzero magnitude · 2^lsbExponent.</summary>
    private static uint RoundSquareRoot(NumberFormat format, UInt128 magnitude, int lsbExponent)
    {
        // To 63 or 64 bits with an even exponent; the floor of the root does not see what is dropped below an integer.
        int drop = 64 - (int)UInt128.LeadingZeroCount(magnitude);
        drop += (lsbExponent + drop) & 1;
        ulong square = (ulong)(drop >= 0 ? magnitude >> drop : magnitude << -drop);
        bool sticky = drop > 0 && (UInt128)square << drop != magnitude;

        // A double has 53 of its bits, and its root of 31 or 32 bits is off by one at most.
        ulong root = (ulong)Math.Sqrt(square);
        if ((UInt128)root * root > square) root--;
        else if ((UInt128)(root + 1) * (root + 1) <= square) root++;
        sticky |= root * root != square;
        return RoundPack.Round(format, false, root, (lsbExponent + drop) / 2, sticky);
    }

    private static uint NoRealRoot(FormatInfo info, string what) => info.HasNaR
        ? info.NaRCode
        : throw new ArithmeticException($"{what} is NaN, which has no code in {info.Name}");
}
