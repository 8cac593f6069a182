namespace XrNpe.Arith;

/// <summary>
/// The co-processor's exact accumulator: 128 bits, two's complement, its LSB the product LSB of the format in use; module
/// <c>xrnpe_accumulate</c>. With K ≤ <see cref="MaxTerms"/> products it cannot overflow, so it has no overflow rule.
/// </summary>
public struct Quire128 : IEquatable<Quire128>
{
    /// <summary>The longest dot product that provably fits: 32 767 · 2^112 &lt; 2^127.</summary>
    public const int MaxTerms = 32_767;

    /// <summary>An empty quire.</summary>
    /// <param name="format">Input format; fixes the weight of the LSB.</param>
    public Quire128(NumberFormat format) => Format = format;

    /// <summary>A quire with given contents, as read out of hardware.</summary>
    public Quire128(NumberFormat format, Int128 sum, bool isNaR)
    {
        Format = format;
        Sum = sum;
        IsNaR = isNaR;
    }

    /// <summary>The input format, whose product LSB is the weight of bit 0.</summary>
    public NumberFormat Format { get; }

    /// <summary>The sum, in units of 2^<see cref="FormatInfo.ProductLsbExponent"/>. Meaningless when <see cref="IsNaR"/>.</summary>
    public Int128 Sum { get; private set; }

    /// <summary>True once any term held NaR.</summary>
    public bool IsNaR { get; private set; }

    /// <summary>Adds the exact product of two codes. NaR poisons, NaR × 0 included.</summary>
    /// <exception cref="OverflowException">
    /// The sum leaves 128 bits, which takes more than <see cref="MaxTerms"/> products, or a start near the end.
    /// </exception>
    public void AddProduct(uint a, uint b)
    {
        Unpacked x = Decode.Code(Format, a);
        Unpacked y = Decode.Code(Format, b);
        IsNaR |= x.IsNaR | y.IsNaR;
        Sum = checked(Sum + Align.Product(Format, x, y));
    }

    /// <inheritdoc/>
    public readonly bool Equals(Quire128 other) =>
        Format == other.Format && IsNaR == other.IsNaR && (IsNaR || Sum == other.Sum);

    /// <inheritdoc/>
    public override readonly bool Equals(object? obj) => obj is Quire128 other && Equals(other);

    /// <inheritdoc/>
    public override readonly int GetHashCode() => HashCode.Combine(Format, IsNaR, IsNaR ? Int128.Zero : Sum);

    /// <summary>Equality of contents; all NaR quires of one format are equal.</summary>
    public static bool operator ==(Quire128 left, Quire128 right) => left.Equals(right);

    /// <summary>Inequality of contents.</summary>
    public static bool operator !=(Quire128 left, Quire128 right) => !left.Equals(right);
}
