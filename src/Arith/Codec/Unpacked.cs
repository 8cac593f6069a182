namespace XrNpe.Arith;

/// <summary>
/// A code taken apart, the raw form every exact operation starts from. The value is
/// (−1)^Sign · Significand · 2^(Exponent − (SignificandBits − 1)), with SignificandBits from <see cref="FormatInfo"/>.
/// </summary>
/// <param name="IsNaR">Not a real: overrides every other field.</param>
/// <param name="Sign">True for negative values and for FP4's −0.</param>
/// <param name="Exponent">Power of two of the leading significand bit; 0 when the value is zero.</param>
/// <param name="Significand">Left-aligned in SignificandBits; 0 when the value is zero.</param>
public readonly record struct Unpacked(bool IsNaR, bool Sign, int Exponent, uint Significand)
{
    /// <summary>True for zero of either sign.</summary>
    public bool IsZero => !IsNaR && Significand == 0;
}
