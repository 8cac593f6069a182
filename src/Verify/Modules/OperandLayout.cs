using XrNpe.Arith;

namespace XrNpe.Verify;

/// <summary>Where a lane's exponent stands on the operand bus, and what the multiplier makes of two of them.</summary>
internal static class OperandLayout
{
    /// <summary>Bits of one lane's exponent.</summary>
    public static int ExponentBits(FormatInfo info) => info.Lanes == 1 ? 6 : 4;

    /// <summary>The sum of a lane's exponents in <c>rmmec.cpp</c>'s output: slots of 5 bits, p16's 7 bits above them.</summary>
    public static int ExponentSum(FormatInfo info, uint exponents, int lane)
    {
        (int low, int bits) = info.Lanes switch
        {
            1 => (20, 7),
            2 => (10 * lane, 5),
            _ => (5 * lane, 5),
        };
        return (int)(exponents >> low << (32 - bits)) >> (32 - bits);
    }
}
