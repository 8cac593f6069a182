namespace XrNpe.Reference;

/// <summary>
/// The value of a float straight from the definition in IEEE 754-2019, section 3.4: (−1)^s · 2^(E − bias) · 1.T, and for E = 0
/// (−1)^s · 2^(1 − bias) · 0.T.
/// </summary>
internal static class FloatDefinition
{
    /// <summary>
    /// The value of the pattern with its sign bit removed. An exponent field of all ones is read like any other: FP4 means it
    /// so, and for binary32 it gives the 2^128 that IEEE 754 rounds against.
    /// </summary>
    public static Rational Magnitude(int mantissaBits, int bias, uint pattern)
    {
        uint exponentField = pattern >> mantissaBits;
        uint mantissa = pattern % (1u << mantissaBits);
        Rational t = new Rational(mantissa) / new Rational(1u << mantissaBits);
        return exponentField == 0
            ? t * Rational.PowerOfTwo(1 - bias)
            : (new Rational(1) + t) * Rational.PowerOfTwo((int)exponentField - bias);
    }
}
