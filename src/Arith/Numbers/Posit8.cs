namespace XrNpe.Arith;

/// <summary>An 8-bit posit without exponent bits: ±1/64 … ±64, 0 and NaR, up to 6 significant bits.</summary>
public readonly struct Posit8 : ICodedNumber<Posit8, byte>
{
    private readonly byte _bits;

    private Posit8(uint code) => _bits = (byte)code;

    /// <inheritdoc/>
    public static NumberFormat Format => NumberFormat.P8;

    /// <inheritdoc/>
    public static Posit8 Zero => new(0x00); // 0

    /// <inheritdoc/>
    public static Posit8 One => new(0x40); // 1

    /// <inheritdoc/>
    public static Posit8 NegativeOne => new(0xc0); // -1

    /// <inheritdoc/>
    public static Posit8 MinPositive => new(0x01); // 0.015625

    /// <inheritdoc/>
    public static Posit8 MaxValue => new(0x7f); // 64

    /// <inheritdoc/>
    public static Posit8 MinValue => new(0x81); // -64

    /// <summary>Not a real: what has no real value, and whatever it touches.</summary>
    public static Posit8 NaR => new(0x80); // NaR

    /// <inheritdoc/>
    public static Posit8 FromBits(byte bits) => new(bits);

    /// <inheritdoc/>
    public byte ToBits() => _bits;

    /// <summary>True for NaR alone.</summary>
    public static bool IsNaR(Posit8 value) => value._bits == NaR._bits;

    /// <inheritdoc/>
    public static Posit8 Abs(Posit8 value) => new(Scalar.Abs(Format, value._bits));

    /// <inheritdoc/>
    public static Posit8 FusedMultiplyAdd(Posit8 left, Posit8 right, Posit8 addend) =>
        new(Scalar.FusedMultiplyAdd(Format, left._bits, right._bits, addend._bits));

    /// <inheritdoc/>
    public static Posit8 operator +(Posit8 left, Posit8 right) => new(Scalar.Add(Format, left._bits, right._bits));

    /// <inheritdoc/>
    public static Posit8 operator -(Posit8 left, Posit8 right) => new(Scalar.Subtract(Format, left._bits, right._bits));

    /// <inheritdoc/>
    public static Posit8 operator *(Posit8 left, Posit8 right) => new(Scalar.Multiply(Format, left._bits, right._bits));

    /// <inheritdoc/>
    public static Posit8 operator -(Posit8 value) => new(Scalar.Negate(Format, value._bits));

    /// <inheritdoc/>
    public static explicit operator Posit8(float value) => new(FormatConvert.FromSingle(Format, value));

    /// <inheritdoc/>
    public static explicit operator Posit8(double value) => new(FormatConvert.FromDouble(Format, value));

    /// <inheritdoc/>
    public static explicit operator float(Posit8 value) => FormatConvert.ToSingle(Format, value._bits);

    /// <inheritdoc/>
    public static explicit operator double(Posit8 value) => FormatConvert.ToDouble(Format, value._bits);

    /// <inheritdoc/>
    public static bool operator ==(Posit8 left, Posit8 right) => left.Equals(right);

    /// <inheritdoc/>
    public static bool operator !=(Posit8 left, Posit8 right) => !left.Equals(right);

    /// <inheritdoc/>
    public static bool operator <(Posit8 left, Posit8 right) => left.CompareTo(right) < 0;

    /// <inheritdoc/>
    public static bool operator <=(Posit8 left, Posit8 right) => left.CompareTo(right) <= 0;

    /// <inheritdoc/>
    public static bool operator >(Posit8 left, Posit8 right) => left.CompareTo(right) > 0;

    /// <inheritdoc/>
    public static bool operator >=(Posit8 left, Posit8 right) => left.CompareTo(right) >= 0;

    /// <inheritdoc/>
    public int CompareTo(Posit8 other) => Scalar.Compare(Format, _bits, other._bits);

    /// <inheritdoc/>
    public bool Equals(Posit8 other) => CompareTo(other) == 0;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Posit8 other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Scalar.Order(Format, _bits);

    /// <inheritdoc cref="CodeText.Format"/>
    public override string ToString() => CodeText.Format(Format, _bits);

    /// <inheritdoc/>
    public static Posit8 Parse(string s, IFormatProvider? provider = null) => new(NumberText.Parse(Format, s));

    /// <inheritdoc/>
    public static Posit8 Parse(ReadOnlySpan<char> s, IFormatProvider? provider = null) => new(NumberText.Parse(Format, s));

    /// <inheritdoc/>
    public static bool TryParse(string? s, IFormatProvider? provider, out Posit8 result) => TryParse(s.AsSpan(), provider, out result);

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out Posit8 result)
    {
        bool parsed = CodeText.TryParse(Format, s, out uint code);
        result = new Posit8(code);
        return parsed;
    }
}
