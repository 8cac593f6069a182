using System.Numerics;
using XrNpe.Arith;
using XrNpe.Reference;

namespace XrNpe.Verify;

/// <summary>From the engine's types to the reference's.</summary>
internal static class ReferenceOf
{
    /// <summary>The same format.</summary>
    public static ReferenceFormat Format(NumberFormat format) => format switch
    {
        NumberFormat.Fp4 => ReferenceFormat.Fp4,
        NumberFormat.P4 => ReferenceFormat.P4,
        NumberFormat.P8 => ReferenceFormat.P8,
        NumberFormat.P16 => ReferenceFormat.P16,
        NumberFormat.F32 => ReferenceFormat.F32,
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "not a number format"),
    };

    /// <summary>integer · 2^exponent.</summary>
    public static Rational Value(BigInteger integer, int exponent) => new Rational(integer) * Rational.PowerOfTwo(exponent);

    /// <summary>A quire's value; null for NaR.</summary>
    public static Rational? Value(in Quire128 quire) =>
        quire.IsNaR ? null : Value((BigInteger)quire.Sum, FormatInfo.Of(quire.Format).ProductLsbExponent);
}
