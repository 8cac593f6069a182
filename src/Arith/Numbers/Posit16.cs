namespace XrNpe.Arith;

/// <summary>A 16-bit posit with one exponent bit: ±2^-28 … ±2^28, 0 and NaR, up to 13 significant bits.</summary>
public readonly struct Posit16 : ICodedNumber<Posit16, ushort>
{
    private readonly ushort _bits;

    private Posit16(uint code) => _bits = (ushort)code;

    /// <inheritdoc/>
    public static NumberFormat Format => NumberFormat.P16;

    /// <inheritdoc/>
    public static Posit16 Zero => new(0x0000); // 0

    /// <inheritdoc/>
    public static Posit16 One => new(0x4000); // 1

    /// <inheritdoc/>
    public static Posit16 NegativeOne => new(0xc000); // -1

    /// <inheritdoc/>
    public static Posit16 MinPositive => new(0x0001); // 3.725290298461914E-09

    /// <inheritdoc/>
    public static Posit16 MaxValue => new(0x7fff); // 268435456

    /// <inheritdoc/>
    public static Posit16 MinValue => new(0x8001); // -268435456

    /// <summary>Not a real: what has no real value, and whatever it touches.</summary>
    public static Posit16 NaR => new(0x8000); // NaR

    /// <inheritdoc/>
    public static Posit16 FromBits(ushort bits) => new(bits);

    /// <inheritdoc/>
    public ushort ToBits() => _bits;

    /// <summary>True for NaR alone.</summary>
    public static bool IsNaR(Posit16 value) => value._bits == NaR._bits;

    /// <inheritdoc/>
    public static Posit16 Abs(Posit16 value) => new(Scalar.Abs(Format, value._bits));

    /// <inheritdoc/>
    public static Posit16 FusedMultiplyAdd(Posit16 left, Posit16 right, Posit16 addend) =>
        new(Scalar.FusedMultiplyAdd(Format, left._bits, right._bits, addend._bits));

    /// <inheritdoc/>
    public static Posit16 operator +(Posit16 left, Posit16 right) => new(Scalar.Add(Format, left._bits, right._bits));

    /// <inheritdoc/>
    public static Posit16 operator -(Posit16 left, Posit16 right) => new(Scalar.Subtract(Format, left._bits, right._bits));

    /// <inheritdoc/>
    public static Posit16 operator *(Posit16 left, Posit16 right) => new(Scalar.Multiply(Format, left._bits, right._bits));

    /// <inheritdoc/>
    public static Posit16 operator -(Posit16 value) => new(Scalar.Negate(Format, value._bits));

    /// <inheritdoc/>
    public static explicit operator Posit16(float value) => new(FormatConvert.FromSingle(Format, value));

    /// <inheritdoc/>
    public static explicit operator Posit16(double value) => new(FormatConvert.FromDouble(Format, value));

    /// <inheritdoc/>
    public static explicit operator float(Posit16 value) => FormatConvert.ToSingle(Format, value._bits);

    /// <inheritdoc/>
    public static explicit operator double(Posit16 value) => FormatConvert.ToDouble(Format, value._bits);

    /// <inheritdoc/>
    public static bool operator ==(Posit16 left, Posit16 right) => left.Equals(right);

    /// <inheritdoc/>
    public static bool operator !=(Posit16 left, Posit16 right) => !left.Equals(right);

    /// <inheritdoc/>
    public static bool operator <(Posit16 left, Posit16 right) => left.CompareTo(right) < 0;

    /// <inheritdoc/>
    public static bool operator <=(Posit16 left, Posit16 right) => left.CompareTo(right) <= 0;

    /// <inheritdoc/>
    public static bool operator >(Posit16 left, Posit16 right) => left.CompareTo(right) > 0;

    /// <inheritdoc/>
    public static bool operator >=(Posit16 left, Posit16 right) => left.CompareTo(right) >= 0;

    /// <inheritdoc/>
    public int CompareTo(Posit16 other) => Scalar.Compare(Format, _bits, other._bits);

    /// <inheritdoc/>
    public bool Equals(Posit16 other) => CompareTo(other) == 0;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Posit16 other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Scalar.Order(Format, _bits);

    /// <inheritdoc cref="CodeText.Format"/>
    public override string ToString() => CodeText.Format(Format, _bits);

    /// <inheritdoc/>
    public static Posit16 Parse(string s, IFormatProvider? provider = null) => new(NumberText.Parse(Format, s));

    /// <inheritdoc/>
    public static Posit16 Parse(ReadOnlySpan<char> s, IFormatProvider? provider = null) => new(NumberText.Parse(Format, s));

    /// <inheritdoc/>
    public static bool TryParse(string? s, IFormatProvider? provider, out Posit16 result) => TryParse(s.AsSpan(), provider, out result);

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out Posit16 result)
    {
        bool parsed = CodeText.TryParse(Format, s, out uint code);
        result = new Posit16(code);
        return parsed;
    }
}
