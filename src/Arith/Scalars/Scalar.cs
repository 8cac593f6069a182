namespace XrNpe.Arith;

/// <summary>
/// Arithmetic on single codes, each result rounded once: decode → exact → <see cref="RoundPack"/>. NaR with anything is
/// NaR. A zero of FP4 gets the sign that IEEE 754 gives it under round-to-nearest. Bits above a code's width are ignored.
/// <see cref="NumberFormat.F32"/>, an output format only, is an <see cref="ArgumentOutOfRangeException"/> everywhere.
/// </summary>
public static partial class Scalar
{
    /// <summary>a + b.</summary>
    public static uint Add(NumberFormat format, uint a, uint b)
    {
        Unpacked x = Decode.Code(format, a);
        Unpacked y = Decode.Code(format, b);
        return x.IsNaR || y.IsNaR
            ? FormatInfo.Of(format).NaRCode
            : RoundSum(format, Align.Value(format, x), x.Sign, Align.Value(format, y), y.Sign);
    }

    /// <summary>a − b.</summary>
    public static uint Subtract(NumberFormat format, uint a, uint b) => Add(format, a, Negate(format, b));

    /// <summary>a · b.</summary>
    public static uint Multiply(NumberFormat format, uint a, uint b)
    {
        Unpacked x = Decode.Code(format, a);
        Unpacked y = Decode.Code(format, b);
        if (x.IsNaR || y.IsNaR) return FormatInfo.Of(format).NaRCode;
        UInt128 magnitude = (UInt128)Int128.Abs(Align.Product(format, x, y));
        return RoundPack.Round(format, x.Sign != y.Sign, magnitude, FormatInfo.Of(format).ProductLsbExponent);
    }

    /// <summary>a · b + c, rounded once.</summary>
    public static uint FusedMultiplyAdd(NumberFormat format, uint a, uint b, uint c)
    {
        Unpacked x = Decode.Code(format, a);
        Unpacked y = Decode.Code(format, b);
        Unpacked z = Decode.Code(format, c);
        return x.IsNaR || y.IsNaR || z.IsNaR
            ? FormatInfo.Of(format).NaRCode
            : RoundSum(format, Align.Product(format, x, y), x.Sign != y.Sign, Align.Value(format, z), z.Sign);
    }

    /// <summary>−a. Of a posit's zero and NaR: the same code; of FP4's zeros: the other zero.</summary>
    public static uint Negate(NumberFormat format, uint a)
    {
        FormatInfo info = FormatInfo.RequireInput(format);
        return (info.IsPosit ? 0 - a : a ^ info.NaRCode) & info.Mask;
    }

    /// <summary>|a|. Of NaR: NaR.</summary>
    public static uint Abs(NumberFormat format, uint a)
    {
        FormatInfo info = FormatInfo.RequireInput(format);
        if (!info.IsPosit) return a & (info.Mask >> 1);
        return Order(format, a) < 0 ? Negate(format, a) : a & info.Mask;
    }

    /// <summary>The sign of a − b: negative, zero or positive. NaR equals NaR and orders below everything; −0 equals +0.</summary>
    public static int Compare(NumberFormat format, uint a, uint b) => Order(format, a).CompareTo(Order(format, b));

    /// <summary>
    /// An integer that orders as the values do and is equal exactly for equal values: a posit's code as a signed number,
    /// an FP4's code as sign and magnitude.
    /// </summary>
    public static int Order(NumberFormat format, uint a)
    {
        FormatInfo info = FormatInfo.RequireInput(format);
        a &= info.Mask;
        bool negative = (a & info.NaRCode) != 0;
        if (info.IsPosit) return (int)a - (negative ? 1 << info.Bits : 0);
        int magnitude = (int)(a & ~info.NaRCode);
        return negative ? -magnitude : magnitude;
    }

    /// <summary>
    /// Rounds the sum of two exact terms. Where it is exactly zero, either the terms cancel, or both are zeros, and then the
    /// sum is −0 only if both are: in both cases the conjunction of the signs.
    /// </summary>
    private static uint RoundSum(NumberFormat format, Int128 x, bool xSign, Int128 y, bool ySign)
    {
        Int128 sum = x + y;
        bool sign = sum == Int128.Zero ? xSign && ySign : Int128.IsNegative(sum);
        return RoundPack.Round(format, sign, (UInt128)Int128.Abs(sum), FormatInfo.Of(format).ProductLsbExponent);
    }
}
