using System.Globalization;
using System.Numerics;

namespace XrNpe.Coproc;

/// <summary>A bias as it should be: a rational number, in units of the true sum.</summary>
/// <param name="Numerator">Numerator.</param>
/// <param name="Denominator">Denominator, above 0.</param>
public readonly record struct ExactBias(BigInteger Numerator, BigInteger Denominator)
{
    /// <summary>The exact value of a number.</summary>
    /// <exception cref="ArgumentException"><paramref name="value"/> is infinite or not a number.</exception>
    public static ExactBias Of(double value)
    {
        if (!double.IsFinite(value)) throw new ArgumentException($"a bias of {value.ToString(CultureInfo.InvariantCulture)}: a finite number", nameof(value));
        const int FractionBits = 52;
        const int SmallestExponent = -1074;
        long bits = BitConverter.DoubleToInt64Bits(value);
        int field = (int)(bits >> FractionBits) & 0x7ff;
        long fraction = bits & ((1L << FractionBits) - 1);
        BigInteger significand = field == 0 ? fraction : fraction | (1L << FractionBits);
        if (bits < 0) significand = -significand;
        return Scaled(significand, SmallestExponent + Math.Max(field - 1, 0));
    }

    /// <summary>A whole number times a power of two.</summary>
    public static ExactBias Scaled(BigInteger value, int exponent) =>
        exponent >= 0 ? new ExactBias(value << exponent, BigInteger.One) : new ExactBias(value, BigInteger.One << -exponent);

    /// <summary>This minus <paramref name="other"/>.</summary>
    public ExactBias Minus(ExactBias other) =>
        new((Numerator * other.Denominator) - (other.Numerator * Denominator), Denominator * other.Denominator);

    /// <summary>The nearest number, to within a few units in its last place: for messages and statistics.</summary>
    public double ToDouble()
    {
        // Both brought to 64 significant bits first: either may be far outside the range of a double where their ratio is not.
        const int Bits = 64;
        int up = (int)Math.Max(0, (long)(Bits + Denominator.GetBitLength()) - (long)BigInteger.Abs(Numerator).GetBitLength());
        BigInteger quotient = (Numerator << up) / Denominator;
        int down = (int)Math.Max(0, (long)BigInteger.Abs(quotient).GetBitLength() - Bits);
        return Math.ScaleB((double)(quotient >> down), down - up);
    }

    /// <inheritdoc/>
    public override string ToString() => ToDouble().ToString("R", CultureInfo.InvariantCulture);
}
