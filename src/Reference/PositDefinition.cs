namespace XrNpe.Reference;

/// <summary>
/// The value of a posit straight from the definition in the Posit Standard (2022), section 3: with sign bit s, regime r,
/// exponent e and fraction f, the value is ((1 − 3s) + f) · 2^((1 − 2s) · (2^es · r + e + s)). Nothing is negated first.
/// </summary>
internal static class PositDefinition
{
    /// <summary>The value of an n-bit pattern with es exponent bits; null for NaR.</summary>
    public static Rational? Value(int n, int es, uint pattern)
    {
        string bits = Convert.ToString(pattern, 2).PadLeft(n, '0');
        if (!bits.Contains('1', StringComparison.Ordinal)) return default(Rational);
        if (bits.IndexOf('1', 1) < 0) return null;

        int s = bits[0] - '0';
        char first = bits[1];
        int end = 1;
        while (end < n && bits[end] == first) end++;
        int k = end - 1;
        int r = first == '0' ? -k : k - 1;

        // One bit ends the regime; exponent bits that do not fit are 0.
        string rest = end + 1 < n ? bits[(end + 1)..] : "";
        string exponentBits = rest.PadRight(es, '0')[..es];
        string fractionBits = rest.Length > es ? rest[es..] : "";
        int e = exponentBits.Length == 0 ? 0 : Convert.ToInt32(exponentBits, 2);
        Rational f = fractionBits.Length == 0
            ? default
            : new Rational(Convert.ToInt64(fractionBits, 2), 1L << fractionBits.Length);

        int power = (1 - (2 * s)) * (((1 << es) * r) + e + s);
        return (new Rational(1 - (3 * s)) + f) * Rational.PowerOfTwo(power);
    }
}
